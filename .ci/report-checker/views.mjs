// A page as people see it: wide and narrow, light and dark, with wider spacing, without JavaScript.
import fs from 'node:fs';
import path from 'node:path';
import {axe} from './packages.mjs';
import {open} from './browser.mjs';

const IN_PAGE = fs.readFileSync(new URL('in-page.js', import.meta.url), 'utf8');
const WIDTHS = {1280: {width: 1280, height: 900}, 390: {width: 390, height: 844}};
const NARROW = {width: 320, height: 800};
const PAPER = {width: 680, height: 960};
const TALLEST = 12000;
const SPACED = `*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}`; // WCAG 2.2, success criterion 1.4.12

// Returns what was found, and the page, which is left as it is on paper.
export async function lookAt(browser, url, heard, pictures) {
  const page = await open(browser, url, heard);
  await page.evaluate(IN_PAGE);
  await page.evaluate(axe);
  const {seen, checked} = await everyTheme(page, pictures);
  const still = await movingThings(page);
  await forcedColours(page, pictures);
  Object.assign(seen, await narrow(page));
  const withoutScript = await wordsWithoutJavaScript(browser, url, heard);
  await page.setViewportSize(PAPER);
  await page.emulateMedia({media: 'print'});
  seen.print = await page.evaluate(() => lookAround());
  for (const refusal of await page.evaluate(() => window.refused)) heard.policy.add(refusal);
  return {page, seen, checked, still, withoutScript};
}

async function everyTheme(page, pictures) {
  const seen = {}, checked = {};
  for (const [width, size] of Object.entries(WIDTHS)) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({colorScheme});
      const view = `${width}-${colorScheme}`;
      seen[view] = await page.evaluate(() => lookAround());
      checked[view] = await page.evaluate(runAxe);
      if (pictures) await photograph(page, path.join(pictures, view), size);
    }
  }
  await page.emulateMedia({colorScheme: 'light'});
  return {seen, checked};
}

// Inside the page: every rule of axe, with its best practices and the size of what is touched.
async function runAxe() {
  const rules = {'target-size': {enabled: true}};
  const {violations, incomplete} = await axe.run(document, {resultTypes: ['violations', 'incomplete'], rules, preload: false});
  const brief = ({id, impact, nodes}) => ({id, impact, count: nodes.length, examples: nodes.slice(0, 3).map(say)});
  const say = ({html, any, all, none}) =>
    `${html.slice(0, 140)} | ${((any[0] ?? all[0] ?? none[0])?.message ?? '').slice(0, 160)}`;
  return {violations: violations.map(brief), unsure: incomplete.map(brief)};
}

async function photograph(page, file, {width, height}) {
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = {x: 0, y: 0, width, height: Math.max(height, Math.min(TALLEST, tall))};
  await page.screenshot({path: `${file}.png`, clip, fullPage: true, timeout: 60000});
  await page.screenshot({path: `${file}-first.png`});
}

async function movingThings(page) {
  await page.emulateMedia({reducedMotion: 'reduce'});
  const moving = await page.evaluate(() => document.getAnimations().filter(one => one.playState === 'running').length);
  await page.emulateMedia({reducedMotion: 'no-preference'});
  return moving;
}

async function forcedColours(page, pictures) {
  if (!pictures) return;
  await page.setViewportSize(WIDTHS[1280]);
  await page.emulateMedia({forcedColors: 'active', colorScheme: 'dark'});
  await page.screenshot({path: path.join(pictures, 'forced-colors.png')});
  await page.emulateMedia({forcedColors: 'none', colorScheme: 'light'});
}

async function narrow(page) {
  await page.setViewportSize(NARROW);
  const usual = await page.evaluate(() => lookAround());
  await page.evaluate(sheet => {
    window.wider = new CSSStyleSheet();
    window.wider.replaceSync(sheet);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, window.wider];
  }, SPACED);
  const spaced = await page.evaluate(() => lookAround());
  await page.evaluate(() => { document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== window.wider); });
  return {320: usual, spaced};
}

async function wordsWithoutJavaScript(browser, url, heard) {
  const page = await open(browser, url, heard, {javaScript: false});
  const text = await page.locator('body').innerText();
  await page.context().close();
  return text.split(/\s+/).length;
}
