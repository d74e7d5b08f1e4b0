// What the operations take: their options by name, in the order that operations.c reads them, and what is no option refused. For Node
// (index.js) and for browsers (tools/wasm/kotext.mjs), whose build makes an ES module of it: hence no require().
'use strict';
const list = (...names) => names;
const CHOICES = {
  scheme: [], // put in by whoever loads the library, which names them
  kind: list('auto', 'word', 'person', 'place'),
  hyphen: list('none', 'ambiguous', 'syllable'),
  givenHyphen: list('none', 'ambiguous', 'syllable'),
  numbered: list('read', 'bare'),
  case: list('scheme', 'lower', 'upper', 'title'),
  numbers: list('keep', 'read'),
  form: list('nfc', 'nfd', 'nfkc', 'none'),
  norm: list('kr', 'kp'),
  phrasing: list('joined', 'apart'),
  level: list('normal', 'cautious', 'full'),
  changes: list('both', 'add', 'remove'),
  unit: list('grapheme', 'syllable', 'eojeol', 'word', 'sentence', 'line', 'morpheme'),
  pairing: list('parallel', 'document'),
};
const FLAGS = new Set(['ascii', 'keepLatin', 'narrow', 'foreign', 'official', 'paren']);
const NUMBERS = { nbest: [1, 50], width: [1, 100000] };
const DEFAULTS = { unit: 'word', nbest: 1, width: 32 };

const ROMANIZE = list('scheme', 'kind', 'hyphen', 'givenHyphen', 'numbered', 'case', 'numbers', 'ascii', 'keepLatin', 'narrow', 'foreign');
// `json` tells results from plain text, `second` names a second text.
const OPERATIONS = {
  romanize: { options: ROMANIZE },
  explain: { options: ROMANIZE, json: true },
  pronounce: { options: ['norm', 'phrasing', 'numbers'] },
  normalize: { options: ['form'], extra: 'korean', otherwise: 'none' },
  hanja: { options: ['kind', 'paren'] },
  space: { options: ['level', 'changes'] },
  slug: { options: [] },
  josa: { options: [], second: 'josa' },
  match: { options: [], second: 'latin', json: true },
  segment: { options: ['unit', 'width'], json: true },
  hangulize: { options: ['scheme', 'nbest'], json: true },
  transliterate: { options: ['nbest', 'official'], json: true },
  spell: { options: ['nbest', 'kind'], json: true, defaults: { nbest: 10 } },
  findNames: { options: [], json: true },
  analyze: { options: [], json: true },
};

function text(value, what) {
  if (typeof value !== 'string') throw new TypeError(`${what} must be a string`);
  return value;
}

function choice(name, value) {
  if (FLAGS.has(name)) return value ? 1 : 0;
  if (name in NUMBERS) {
    const [low, high] = NUMBERS[name];
    if (!Number.isInteger(value) || value < low || value > high) {
      throw new RangeError(`${name} must be an integer from ${low} to ${high}`);
    }
    return value;
  }
  const number = CHOICES[name].indexOf(value);
  if (number < 0) throw new RangeError(`${name} must be one of ${CHOICES[name].join(', ')}`);
  return number;
}

function readOptions(operation, given = {}) {
  if (given === null || typeof given !== 'object') throw new TypeError('options must be an object');
  for (const name of Object.keys(given)) {
    if (!operation.options.includes(name) && name !== operation.extra) throw new RangeError(`no option ${name}`);
  }
  const choices = operation.options.map((name) => {
    const value = given[name] ?? operation.defaults?.[name] ?? DEFAULTS[name] ?? (FLAGS.has(name) ? false : CHOICES[name][0]);
    return choice(name, value);
  });
  const extra = operation.extra ? text(given[operation.extra] ?? operation.otherwise, operation.extra) : '';
  return { choices, extra };
}

// The two sides of an alignment, each a text or an array of lines, as two texts and a choice.
function readSides(korean, english, pairing) {
  const documents = typeof korean === 'string' && typeof english === 'string';
  const join = (side, what) => (Array.isArray(side) ? side.map((line) => text(line, what).replace(/\n/g, ' ')).join('\n')
    : text(side, what));
  return { korean: join(korean, 'korean'), english: join(english, 'english'),
    choices: [choice('pairing', pairing ?? (documents ? 'document' : 'parallel'))] };
}

module.exports = { CHOICES, OPERATIONS, text, readOptions, readSides };
