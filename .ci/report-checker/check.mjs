// Measures reports on the screen and on paper and holds them against the limits in gate.json; see README.md.
import fs from 'node:fs';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {launch, serve} from './browser.mjs';
import {examine} from './examine.mjs';
import {limitOf, problems} from './gate.mjs';
import {validateAll} from './markup.mjs';
import {measure} from './speed.mjs';

const MORE_TURNS = 3;

const {values: options, positionals: files} = parseArgs({
  allowPositionals: true,
  options: {
    out: {type: 'string', default: 'build/checked'},
    pictures: {type: 'boolean', default: false},
    'no-lighthouse': {type: 'boolean', default: false},
  },
});
if (!files.length) {
  console.error('Usage: check [--out FOLDER] [--pictures] [--no-lighthouse] FILE.html...');
  process.exit(2);
}
const jobs = await checkAll(files.map(file => path.resolve(file)));
fs.writeFileSync(path.join(options.out, 'results.jsonl'), jobs.map(({found}) => `${JSON.stringify(found)}\n`).join(''));
jobs.forEach(({found}) => printLine(found));
process.exit(jobs.some(({found}) => found.problems.length) ? 1 : 0);

// One browser looks at the files; beside it Lighthouse takes one after the other, then helps to look.
async function checkAll(paths) {
  const server = await serve(paths), browser = await launch();
  const jobs = paths.map((file, place) => ({file, url: server.addresses[place], folder: folderFor(file)}));
  const waiting = [...jobs];
  const look = async () => {
    for (let job; (job = waiting.shift());) job.found = await named(job.file, examine(browser, job, options.pictures));
  };
  const [markup] = await Promise.all([validateAll(paths), look(), measureAll(jobs).then(look)]);
  await measureAgain(jobs);
  await browser.close();
  server.close();
  for (const job of jobs) conclude(job, markup.get(job.file));
  return jobs;
}

async function named(file, work) {
  try {
    return await work;
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, {cause: error});
  }
}

function folderFor(file) {
  const folder = path.resolve(options.out, path.basename(file).replace(/\.html?$/, ''));
  fs.rmSync(folder, {recursive: true, force: true});
  fs.mkdirSync(folder, {recursive: true});
  return folder;
}

async function measureAll(jobs) {
  if (!options['no-lighthouse']) for (const job of jobs) job.lighthouse = await named(job.file, measure(job.url));
}

// A busy machine makes a page slow: what was too slow beside other work is measured again alone, and the best counts.
async function measureAgain(jobs) {
  const isSlow = ({lighthouse}) => lighthouse?.performance < limitOf('lighthouse.performance').min;
  for (let turn = 0; turn < MORE_TURNS; turn++) {
    for (const job of jobs.filter(isSlow)) {
      const again = await measure(job.url);
      if (again.performance > job.lighthouse.performance) job.lighthouse = again;
    }
  }
}

function conclude(job, markup) {
  const {file, folder, found, lighthouse} = job;
  const {said, ...errors} = markup, {detail, ...numbers} = found;
  const all = {file: path.basename(file), ...errors, ...numbers, lighthouse};
  job.found = {...all, problems: problems(file, all, options['no-lighthouse'] ? ['lighthouse'] : [])};
  fs.writeFileSync(path.join(folder, 'detail.json'), JSON.stringify({...job.found, detail: {vnu: said, ...detail}}, null, 1));
}

function printLine({file, bytes, print_pages: pages, seconds, problems: wrong}) {
  const numbers = `${String(bytes).padStart(8)} bytes ${String(pages ?? '-').padStart(3)} pages ${String(seconds).padStart(3)} s`;
  console.log(`${file.padEnd(32)}${numbers}  ${wrong.length ? wrong.join(', ') : 'fine'}`);
}
