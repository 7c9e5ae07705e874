// What the markup says without a browser: the validator of the W3C for all files in one run, and html-validate.
import fs from 'node:fs';
import {promisify} from 'node:util';
import {execFile} from 'node:child_process';
import {pathToFileURL} from 'node:url';
import {HtmlValidate, vnu} from './packages.mjs';

const MOST = 100;

// Returns for each file: errors in HTML, errors in CSS, and what was said.
export async function validateAll(files) {
  const words = ['-Xss8m', '-jar', vnu, '--format', 'json', '--stdout', '--exit-zero-always', ...files];
  const {stdout} = await promisify(execFile)('java', words, {maxBuffer: 1 << 28, timeout: 300000});
  const {messages} = JSON.parse(stdout);
  return new Map(files.map(file => {
    const own = messages.filter(message => message.url?.replace('file:///', 'file:/') === pathToFileURL(file).href.replace('file:///', 'file:/'));
    const errors = own.filter(({type}) => type !== 'info');
    const inCss = errors.filter(({message}) => message.startsWith('CSS:'));
    return [file, {html_errors: errors.length - inCss.length, css_errors: inCss.length, said: own.slice(0, MOST)}];
  }));
}

const validator = new HtmlValidate({root: true, extends: ['html-validate:standard'], rules: {'no-inline-style': 'off'}});

export async function validate(file) {
  const report = await validator.validateString(fs.readFileSync(file, 'utf8'));
  const messages = report.results.flatMap(result => result.messages).slice(0, MOST);
  return {htmlvalidate_errors: report.errorCount, said: messages.map(({line, ruleId, message}) => `${line}: ${ruleId} ${message}`)};
}
