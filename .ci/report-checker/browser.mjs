// Chromium, and the pages that are opened in it: served from this machine, everything else refused.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import {chromium} from './packages.mjs';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];
const INLINE = /^(data|blob|about):/;
const OWN_NOISE = /favicon\.ico|Content Security Policy|ERR_FAILED/;
const TYPES = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.png': 'image/png'};

export const launch = (...more) =>
  chromium.launch({executablePath: process.env.CHROMIUM, args: [...FLAGS, ...more], headless: true});

// Serve the folder of each file below /1/, /2/ ...; returns the server with the address of each file.
export async function serve(files) {
  const server = http.createServer((request, response) => {
    const [, place, ...rest] = decodeURIComponent(new URL(request.url, 'http://x').pathname).split('/');
    const root = files[place - 1] && path.dirname(files[place - 1]);
    const file = root && path.join(root, ...rest);
    if (!file?.startsWith(root) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, {'content-type': type, 'content-encoding': 'gzip', 'cache-control': 'no-store'});
    response.end(zlib.gzipSync(fs.readFileSync(file)));
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const addresses = files.map((file, place) => `${origin}/${place + 1}/${encodeURIComponent(path.basename(file))}`);
  return {addresses, close: () => server.close()};
}

// What a page tried and said while it was open; one for all the pages of a file.
export const nothingHeard = () =>
  ({external: new Set(), local: new Set(), errors: new Set(), messages: new Set(), policy: new Set()});

export async function open(browser, url, heard, {javaScript = true, scale = 1} = {}) {
  const viewport = {width: 1280, height: 900};
  const context = await browser.newContext({viewport, javaScriptEnabled: javaScript, deviceScaleFactor: scale});
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', e => window.refused.push(`${e.violatedDirective} ${e.blockedURI}`));
  });
  listen(page, url, heard);
  await page.route(address => isForeign(address.href, url), route => route.abort());
  await page.goto(url, {waitUntil: 'load', timeout: 60000});
  await page.waitForTimeout(javaScript ? 300 : 50);
  return page;
}

const isForeign = (address, url) => !INLINE.test(address) && !address.startsWith(new URL(url).origin);

function listen(page, url, heard) {
  page.on('request', request => {
    const address = request.url();
    if (isForeign(address, url)) heard.external.add(address.slice(0, 160));
    else if (!INLINE.test(address) && address.split('#')[0] !== url && !address.endsWith('favicon.ico')) heard.local.add(address);
  });
  page.on('console', message => {
    const text = message.text().slice(0, 200);
    if (OWN_NOISE.test(text + message.location().url)) return;
    heard.messages.add(`${message.type()}: ${text}`);
    if (message.type() === 'error') heard.errors.add(text);
  });
  page.on('pageerror', error => {
    heard.messages.add(`error: ${error.message}`);
    heard.errors.add(`pageerror ${error.message.slice(0, 200)}`);
  });
}
