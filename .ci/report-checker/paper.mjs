// A page as it is printed on A4: pages, their ink, letters at the edge, and page one.
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import {execFile} from 'node:child_process';

const run = promisify(execFile);
const said = async (program, ...words) => (await run(program, words, {maxBuffer: 1 << 28, timeout: 180000})).stdout;
const A4 = {width: 794, height: 1123}; // in px
const MOST_PAGES = 60, MOST_PICTURES = 40;

// `page` is shown as on paper; `folder` takes print.pdf, and pictures of its pages where they are wished for.
export async function print(page, folder, {pictures, words}) {
  await page.setViewportSize(A4); // what rules for narrow screens see of the paper
  const document = await page.evaluate(textsOfTheDocument);
  await page.emulateMedia({media: null});
  const pdf = path.join(folder, 'print.pdf');
  await page.pdf({path: pdf, preferCSSPageSize: true, format: 'A4', printBackground: true, tagged: true, outline: true});
  const [about, boxes, ink] = await Promise.all([said('pdfinfo', pdf), said('pdftotext', '-bbox', pdf, '-'), inkOf(pdf, folder)]);
  if (pictures) await said('pdftoppm', '-r', '70', '-png', '-l', MOST_PICTURES, pdf, path.join(folder, 'page'));
  const pages = boxes.split('<page ').slice(1).map(readPage);
  const cut = cutWords(pages, new Set(document.words)), lost = lostLetters(pages, document.shown);
  return {
    print_pages: pages.length, pdf_bytes: fs.statSync(pdf).size, pdf_tagged: /Tagged:\s+yes/.test(about),
    page_one_pages: pageOne(pages, document), blank_pages: ink.blank.length, sparse_pages: ink.sparse.length,
    print_clipped_words: cut.length, print_lost_letters: lost.length,
    print_text_ratio: +(pages.flatMap(one => one.words).length / Math.max(1, words)).toFixed(2),
    detail: {cut, lost: lost.join('').slice(0, 200), ink},
  };
}

// Inside the page: all its words, the last row of page one, and what begins after it.
function textsOfTheDocument() {
  const words = text => (text ?? '').split(/\s+/).filter(Boolean);
  const {body} = document, summary = document.querySelector('section.summary');
  const row = summary && [...summary.querySelectorAll('.glance li')].at(-1);
  return {
    words: words(`${body.textContent} ${body.innerText} ${document.title} ${shownText()}`), shown: shownText(),
    hasSummary: !!summary, lastRow: words(row?.firstElementChild?.innerText),
    next: words(summary?.nextElementSibling?.querySelector('.eyebrow, h2')?.innerText),
  };
}

function readPage(text) {
  const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g;
  const [width, height] = ['width', 'height'].map(name => +new RegExp(`${name}="([\\d.]+)"`).exec(text)[1]);
  const words = [...text.matchAll(WORD)].map(([, left, top, right, bottom, word]) =>
    ({left: +left, top: +top, right: +right, bottom: +bottom, text: plain(word)}));
  return {width, height, words};
}

const plain = text => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&(#39|apos);/g, "'").replace(/&amp;/g, '&');

// Words of the PDF that end at the edge of what is printed and are only the beginning of a word of the document.
function cutWords(pages, known) {
  const margin = Math.min(60, ...pages.flatMap(({words}) => words.map(word => word.left)).filter(left => left > 5));
  const isBeginning = text => !known.has(text) && [...known].some(word => word.length > text.length && word.startsWith(text));
  return pages.flatMap(({width, words}, place) => words.filter(({right, text}) => {
    const edge = width - margin;
    return right > edge + 3 || right > edge - 6 && text.length > 2 && /\p{L}{2}/u.test(text) && !/-$|\u00ad/.test(text) && isBeginning(text);
  }).map(({text}) => `page ${place + 1}: ${text}`));
}

// Letters, digits and signs of the document of which the PDF has fewer, apart from its running heads.
function lostLetters(pages, shown) {
  const left = counted(pages.flatMap(({height, words}) => words.filter(({top, bottom}) =>
    top + bottom > height * .09 && top + bottom < height * 1.91).map(({text}) => text)).join(''));
  return [...counted(shown)].flatMap(([letter, count]) => Array(Math.max(0, count - (left.get(letter) ?? 0))).fill(letter));
}

function counted(text) {
  const counts = new Map();
  for (const letter of text.normalize('NFKC')) if (keepsItsForm(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

// How many pages the summary takes: the one before the page on which the next section begins, at its top.
function pageOne(pages, {hasSummary, lastRow, next}) {
  if (!hasSummary) return undefined;
  if (!next.length) return pages.length;
  const begins = pages.findIndex((one, place) => place > 0 && beginsWith(one, next));
  const first = pages[0].words.map(word => word.text);
  const isWhole = lastRow.filter(keepsItsForm).every(word => first.includes(word));
  if (begins < 0) return null;
  return isWhole ? begins : Math.max(begins, 2);
}

// In a PDF, words that are written from right to left, or with marks upon their letters, read otherwise.
const keepsItsForm = word => /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{S}]+$/u.test(word);

// The running head, in the upper margin, may stand above. Where letters of several directions make the order of
// words in the PDF another one, the number of the section is enough.
function beginsWith({height, words}, wanted) {
  const body = words.filter(({top, bottom}) => top + bottom > height * .09).slice(0, wanted.length).map(word => word.text);
  const sameWords = wanted.every(word => body.includes(word));
  return sameWords || body.slice(0, 2).join(' ') === wanted.slice(0, 2).join(' ');
}

// Pages with hardly any ink, and pages that are mostly white.
async function inkOf(pdf, folder) {
  const stem = path.join(folder, 'grey');
  await said('pdftoppm', '-r', '18', '-gray', '-l', MOST_PAGES, pdf, stem);
  const files = fs.readdirSync(folder).filter(name => /^grey-\d+\.pgm$/.test(name)).map(name => path.join(folder, name));
  const pages = files.map((file, place) => ({page: place + 1, ...inkOn(fs.readFileSync(file))}));
  files.forEach(file => fs.unlinkSync(file));
  const blank = pages.filter(({ink}) => ink < .0008), sparse = pages.filter(one => !blank.includes(one) && one.rows < .2);
  return {blank, sparse};
}

// The shares of dots and of rows with ink between the margins above and below.
function inkOn(picture) {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString('latin1'));
  const [width, height] = [+head[1], +head[2]], dots = picture.subarray(head[0].length);
  const [top, end] = [Math.round(height * .07), Math.round(height * .93)];
  const dark = Array.from({length: end - top}, (_, y) =>
    dots.subarray((top + y) * width, (top + y + 1) * width).reduce((sum, dot) => sum + (dot < 235), 0));
  return {ink: dark.reduce((a, b) => a + b, 0) / (width * height), rows: dark.filter(Boolean).length / dark.length};
}
