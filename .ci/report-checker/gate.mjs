// The limits of gate.json: which of them a file breaks, and whether that is what is expected of it.
import fs from 'node:fs';
import path from 'node:path';

const GATE = JSON.parse(fs.readFileSync(new URL('gate.json', import.meta.url), 'utf8'));
const nameOf = file => path.basename(file).replace(/\.html?$/, '');

export const limitOf = name => GATE.limits[name];

// Returns what is wrong with a file: the limits that it breaks. A page that was broken on purpose has to break
// those that gate.json names for it. `skipped` are the beginnings of names of what was not measured on purpose.
export function problems(file, found, skipped = []) {
  const isMeasured = name => !skipped.some(beginning => name.startsWith(beginning));
  const broken = brokenLimits({...GATE.limits, ...GATE.other_limits[nameOf(file)]}, found).filter(([name]) => isMeasured(name));
  const due = GATE.broken_on_purpose[nameOf(file)]?.filter(isMeasured);
  if (!due) return broken.map(([name, value]) => `${name} = ${value}`);
  const names = broken.map(([name]) => name);
  return due.filter(name => !names.includes(name)).map(name => `${name} is not noticed`);
}

function brokenLimits(limits, found) {
  const values = Object.entries(limits).map(([name, limit]) => [name, name.split('.').reduce((part, key) => part?.[key], found), limit]);
  return values.filter(([, value, limit]) => limit && !holds(limit, value));
}

// What could not be measured does not hold, unless a page need not have it.
function holds(limit, value) {
  if (value === null || value === undefined) return limit.if_any === true;
  return !(value > limit.max) && !(value < limit.min) && (!('eq' in limit) || value === limit.eq);
}
