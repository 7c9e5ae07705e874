// Lighthouse, one file after the other: it measures time.
import http from 'node:http';
import {launch} from './browser.mjs';
import {lighthouse} from './packages.mjs';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

export async function measure(url) {
  const port = await freePort();
  const browser = await launch(`--remote-debugging-port=${port}`);
  try {
    const {lhr} = await lighthouse(url, {port, logLevel: 'silent', output: 'json', onlyCategories: CATEGORIES});
    const score = name => Math.round((lhr.categories[name].score ?? 0) * 100);
    const lost = Object.values(lhr.audits).filter(({score, scoreDisplayMode}) =>
      score !== null && score < 1 && scoreDisplayMode !== 'informative');
    return {
      performance: score('performance'), accessibility: score('accessibility'), best_practices: score('best-practices'),
      lost: lost.map(({id, score}) => `${id} ${score}`),
    };
  } finally {
    await browser.close();
  }
}

const freePort = () => new Promise(done => {
  const server = http.createServer().listen(0, '127.0.0.1', () => {
    const {port} = server.address();
    server.close(() => done(port));
  });
});
