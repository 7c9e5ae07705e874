// The packages from npm: they lie in the folder that the shell script installed them into.
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {pathToFileURL} from 'node:url';

const require = createRequire(path.join(process.env.REPORT_CHECKER_PACKAGES, 'package.json'));

export const {chromium} = require('playwright-core');
export const {HtmlValidate} = require('html-validate');
export const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const vnu = path.join(path.dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

const folder = path.dirname(require.resolve('lighthouse/package.json'));
export const lighthouse = async (...words) =>
  (await import(pathToFileURL(path.join(folder, 'core/index.js')))).default(...words);
