// Everything that is measured of one file, apart from what several files share: the validator, and Lighthouse.
import fs from 'node:fs';
import zlib from 'node:zlib';
import {nothingHeard} from './browser.mjs';
import {validate} from './markup.mjs';
import {print} from './paper.mjs';
import {lookAt} from './views.mjs';

const IMPACTS = ['critical', 'serious', 'moderate', 'minor'];

export async function examine(browser, {file, url, folder}, pictures) {
  const begun = Date.now(), heard = nothingHeard();
  const {said, ...markup} = await validate(file);
  const view = await lookAt(browser, url, heard, pictures ? folder : null);
  const {detail, ...paper} = await print(view.page, folder, {pictures, words: view.seen['1280-light'].words});
  await view.page.context().close();
  const everything = Object.fromEntries(Object.entries(heard).map(([name, texts]) => [name, [...texts]]));
  return {
    ...sizes(file), ...markup, ...rules(view.checked), ...sights(view), ...paper, ...counted(everything),
    seconds: Math.round((Date.now() - begun) / 1000),
    detail: {htmlvalidate: said, axe: view.checked, seen: view.seen, ...detail, ...everything},
  };
}

function sizes(file) {
  const content = fs.readFileSync(file);
  return {bytes: content.length, gzip_bytes: zlib.gzipSync(content).length};
}

function rules(checked) {
  const violations = Object.values(checked).flatMap(({violations}) => violations);
  const sum = list => list.reduce((total, {count}) => total + count, 0);
  const most = (kind, id) => Math.max(...Object.values(checked).map(one => sum(one[kind].filter(rule => rule.id === id))));
  return {
    axe_total: sum(violations),
    axe: Object.fromEntries(IMPACTS.map(impact => [impact, sum(violations.filter(one => one.impact === impact))])),
    axe_rules: [...new Set(violations.map(({id}) => id))],
    contrast_failures: most('violations', 'color-contrast'), contrast_unsure: most('unsure', 'color-contrast'),
  };
}

function sights({seen, still, withoutScript}) {
  const views = Object.values(seen), usual = Object.entries(seen).filter(([name]) => name !== 'spaced').map(([, view]) => view);
  const most = (some, count) => Math.max(...some.map(count));
  const lost = ({clipped, outside}) => clipped.length + outside.length;
  const wide = seen['1280-light'];
  return {
    horizontal_scroll: {320: seen[320].sideways, 390: seen['390-light'].sideways, print: seen.print.sideways},
    boxes_to_scroll: most(usual, ({toScroll}) => toScroll.length),
    clipped_text: most(usual, lost), clipped_text_spacing: lost(seen.spaced),
    svg_text_clipped: most(views, view => view.svg.clipped.length),
    svg_text_overlap: most(views, view => view.svg.overlapping.length),
    svg_text_min_px: {1280: wide.svg.smallest, 390: seen['390-light'].svg.smallest},
    svg_contrast_failures: most(views, view => view.faint.length),
    svg_unnamed: wide.unnamed, img_no_alt: wide.withoutAlt, animations_reduced: still,
    text_without_js: +(withoutScript / Math.max(1, wide.words, seen['390-light'].words)).toFixed(2),
    lang: wide.lang, h1: wide.h1, main: wide.main, skip_link: wide.skipLink, csp_meta: wide.policy, tables: wide.tables,
    scripts: wide.scripts, style_attrs: wide.styleAttributes, words: wide.words,
  };
}

function counted({external, local, errors, messages, policy}) {
  return {
    external_requests: external.length, local_subrequests: local.length, console_errors: errors.length,
    console_messages: messages.length, csp_violations: policy.length,
  };
}
