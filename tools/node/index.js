// The package: options by name, results as objects. See index.d.ts.
'use strict';
const native = require('./kotext.node');

const list = (...names) => names;
const CHOICES = {
  scheme: native.schemes,
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

// What each operation takes, in the order the addon reads it; `json` tells its results from plain text.
const OPERATIONS = {
  romanize: { options: ['scheme', 'kind', 'hyphen', 'givenHyphen', 'numbered', 'case', 'numbers', 'ascii', 'keepLatin',
    'narrow', 'foreign'] },
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

const CHUNK = 256; // texts a task: bulk work spreads over the thread pool

class Engine {
  #id;

  constructor({ userDict = '', dictionaries = true } = {}) {
    this.#id = native.open(text(userDict, 'userDict'), Boolean(dictionaries));
  }

  close() {
    if (this.#id === undefined) return;
    native.close(this.#id);
    this.#id = undefined;
  }

  #open() {
    if (this.#id === undefined) throw Object.assign(new Error('the engine is closed'), { code: 'CLOSED' });
    return this.#id;
  }

  _run(name, input, second, options) {
    const operation = OPERATIONS[name];
    const { choices, extra } = readOptions(operation, options);
    const other = operation.second ? text(second, operation.second) : extra;
    const result = native.run(this.#open(), name, text(input, 'text'), other, choices);
    return operation.json ? JSON.parse(result) : result;
  }

  async _runAll(name, inputs, options) {
    const operation = OPERATIONS[name];
    if (!operation || operation.second) throw new RangeError(`no bulk work ${name}`);
    if (!Array.isArray(inputs)) throw new TypeError('texts must be an array of strings');
    const { choices, extra } = readOptions(operation, options);
    const tasks = [];
    for (let at = 0; at < inputs.length; at += CHUNK) {
      tasks.push(native.runAll(this.#open(), name, inputs.slice(at, at + CHUNK), extra, choices));
    }
    const results = (await Promise.all(tasks)).flat();
    return operation.json ? results.map((result) => JSON.parse(result)) : results;
  }

  all(name, inputs, options) {
    return this._runAll(name, inputs, options);
  }

  align(korean, english, { pairing } = {}) {
    const documents = typeof korean === 'string' && typeof english === 'string';
    const join = (side, what) => (Array.isArray(side) ? side.map((line) => text(line, what).replace(/\n/g, ' ')).join('\n')
      : text(side, what));
    const choices = [choice('pairing', pairing ?? (documents ? 'document' : 'parallel'))];
    return JSON.parse(native.run(this.#open(), 'align', join(korean, 'korean'), join(english, 'english'), choices));
  }
}

for (const [name, operation] of Object.entries(OPERATIONS)) {
  Engine.prototype[name] = operation.second
    ? function call(input, second) { return this._run(name, input, second, {}); }
    : function call(input, options) { return this._run(name, input, '', options); };
}

let shared;
const exported = { Engine, schemes: native.schemes };
for (const name of [...Object.keys(OPERATIONS), 'align', 'all']) {
  exported[name] = (...values) => (shared ??= new Engine())[name](...values);
}
module.exports = exported;
