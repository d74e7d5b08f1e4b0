// libkotext in a browser, or wherever WebAssembly runs: no network but the module itself, no file system, no globals. See kotext.d.ts.
import { CHOICES, OPERATIONS, text, readOptions, readSides } from './calls.mjs';

const CODES = ['OK', 'NOMEM', 'ARG', 'UTF8', 'TOO_LARGE', 'SYNTAX', 'DATA', 'IO', 'UNSUPPORTED', 'ENCODING'];
const LEFT_OUT = new Set(['transliterate']); // the models of English are not in the module
const ENOSYS = 52; // what the module hears when it asks for files

const failed = (code, message) => Object.assign(new Error(message), { code });
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (typeof source === 'string' || source instanceof URL) return compile(await fetch(source));
  if (typeof Response === 'function' && source instanceof Response) {
    if (!source.ok) throw failed('IO', `${source.url}: ${source.status}`);
    return WebAssembly.compile(await source.arrayBuffer());
  }
  throw new TypeError('source must be a URL, a Response, bytes or a WebAssembly.Module');
}

// The module asks for a clock or for files in code that is never reached; memory growth it only tells.
function refusals(module) {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] ??= {};
    imports[from][name] = () => (name === 'emscripten_notify_memory_growth' ? undefined : from === 'env' ? -ENOSYS : ENOSYS);
  }
  return imports;
}

// Addresses and memory: everything that knows how the module is called.
class Core {
  constructor(instance) {
    this.calls = instance.exports;
    this.calls._initialize?.();
  }

  // Asked for anew each time: memory that grows leaves its old buffer behind.
  bytes(at, length) {
    return new Uint8Array(this.calls.memory.buffer, at >>> 0, length >>> 0);
  }

  take(size) {
    const at = this.calls.kotext_take(size);
    if (at === 0) throw failed('NOMEM', 'out of memory');
    return at >>> 0;
  }

  // UTF-8 of a string, lone surrogates as U+FFFD: [address, length].
  put(string) {
    const room = string.length * 3;
    const at = this.take(room);
    return [at, encoder.encodeInto(string, this.bytes(at, room)).written];
  }

  // A C string.
  name(at) {
    let length = 0;
    const bytes = this.bytes(at, this.calls.memory.buffer.byteLength - (at >>> 0));
    while (bytes[length] !== 0) length++;
    return decoder.decode(bytes.subarray(0, length));
  }

  check(status) {
    if (status !== 0) throw failed(CODES[status] ?? 'ERROR', this.name(this.calls.kotext_message()));
  }

  // What `use` takes is given back, whatever happens in between.
  holding(strings, use) {
    const held = [];
    try {
      for (const string of strings) held.push(this.put(string));
      return use(held);
    } finally {
      for (const [at] of held) this.calls.kotext_drop(at);
    }
  }

  open(userDict, dictionaries) {
    this.holding([userDict], ([[at, length]]) => this.check(this.calls.kotext_open(at, length, dictionaries ? 0 : 1)));
  }

  run(strings, choices) {
    return this.holding(strings, (held) => {
      const table = this.take(4 * (2 * held.length + choices.length));
      try {
        const words = [...held.map(([at]) => at), ...held.map(([, length]) => length), ...choices];
        new Uint32Array(this.calls.memory.buffer, table, words.length).set(words);
        const step = 4 * held.length;
        this.check(this.calls.kotext_run(table, table + step, table + 2 * step, choices.length));
        return decoder.decode(this.bytes(this.calls.kotext_out(), this.calls.kotext_out_len()));
      } finally {
        this.calls.kotext_drop(table);
        this.calls.kotext_forget();
      }
    });
  }
}

const cores = new WeakMap(); // what an engine works with; none when it is closed or broken
let opening = false;

class Engine {
  constructor() {
    if (!opening) throw new TypeError('an engine is made by load()');
  }

  close() {
    cores.delete(this);
  }

  align(korean, english, { pairing } = {}) {
    const sides = readSides(korean, english, pairing);
    return JSON.parse(run(this, 'align', sides.korean, sides.english, sides.choices));
  }

  get about() {
    return guarded(this, (core) => core.name(core.calls.kotext_about()));
  }

  get schemes() {
    return [...CHOICES.scheme];
  }
}

// A trap leaves the module's memory in no known state: that engine is over, the page is not.
function guarded(engine, use) {
  const core = cores.get(engine);
  if (core === undefined) throw failed('CLOSED', 'the engine is closed');
  try {
    return use(core);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    cores.delete(engine);
    throw failed('CRASHED', `the module stopped (${error.message}); load another`);
  }
}

function run(engine, name, input, second, choices) {
  return guarded(engine, (core) => core.run([name, input, second], choices));
}

function call(engine, name, input, second, options) {
  const operation = OPERATIONS[name];
  const { choices, extra } = readOptions(operation, options);
  const result = run(engine, name, text(input, 'text'), operation.second ? text(second, operation.second) : extra, choices);
  return operation.json ? JSON.parse(result) : result;
}

for (const [name, operation] of Object.entries(OPERATIONS)) {
  if (LEFT_OUT.has(name)) continue;
  const method = operation.second
    ? { [name](input, second) { return call(this, name, input, second, {}); } }
    : { [name](input, options) { return call(this, name, input, '', options); } };
  Object.defineProperty(Engine.prototype, name, { value: method[name], writable: true, configurable: true });
}

function schemeNames(core) {
  const names = [];
  for (let name; (name = core.name(core.calls.kotext_scheme(names.length))) !== '';) names.push(name);
  return names;
}

async function load(source = new URL('kotext.wasm', import.meta.url), { userDict = '', dictionaries = true } = {}) {
  text(userDict, 'userDict');
  const module = await compile(source);
  const core = new Core(await WebAssembly.instantiate(module, refusals(module)));
  CHOICES.scheme = schemeNames(core);
  core.open(userDict, dictionaries);
  opening = true;
  try {
    const engine = new Engine();
    cores.set(engine, core);
    return engine;
  } finally {
    opening = false;
  }
}

export { load };
