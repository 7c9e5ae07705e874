// Takes pictures of reports as standard input orders them, a JSON list of
// {file, to, width, height, theme?, scale?, only?}: `only` is a selector; where `to` ends in .pdf, the file is printed.
import fs from 'node:fs';
import path from 'node:path';
import {launch, nothingHeard, open, serve} from './browser.mjs';

const orders = JSON.parse(fs.readFileSync(0, 'utf8'));
const server = await serve(orders.map(({file}) => path.resolve(file))), browser = await launch();
for (const [place, order] of orders.entries()) await take(order, server.addresses[place]);
await browser.close();
server.close();

async function take({to, width = 1280, height = 900, theme = 'light', scale = 1, only}, url) {
  const page = await open(browser, url, nothingHeard(), {scale});
  await page.setViewportSize({width, height});
  await page.emulateMedia({colorScheme: theme});
  if (to.endsWith('.pdf')) await page.pdf({path: to, preferCSSPageSize: true, format: 'A4', printBackground: true});
  else await (only ? page.locator(only) : page).screenshot({path: to});
  await page.context().close();
}
