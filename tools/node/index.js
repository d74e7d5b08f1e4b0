// The package: options by name, results as objects. See index.d.ts.
'use strict';
const native = require('./kotext.node');
const { CHOICES, OPERATIONS, text, readOptions, readSides } = require('./calls.js');

CHOICES.scheme = native.schemes;

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
    const sides = readSides(korean, english, pairing);
    return JSON.parse(native.run(this.#open(), 'align', sides.korean, sides.english, sides.choices));
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
// For `import { romanize } from 'kotext'`: Node reads these names out of the line and never runs it.
0 && (module.exports = {
  Engine, schemes, romanize, explain, pronounce, normalize, hanja, space, slug, josa, match, segment, hangulize, transliterate, spell,
  findNames, analyze, align, all,
});
