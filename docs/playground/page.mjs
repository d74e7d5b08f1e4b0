// Starts the core and keeps what is shown in step with what is typed.
import { load } from './kotext.mjs';
import { SAMPLES, say, setLanguage } from './words.mjs';
import { element } from './nodes.mjs';
import { showReasons, watchReasons } from './reasons.mjs';
import { showLinks, watchLinks } from './links.mjs';

const MOST = { korean: 400, name: 40, pair: 20000, raw: 2000 };
const WAIT = 120; // ms without typing
const $ = (id) => document.getElementById(id);
let module;
let engine;

// The core stands in the page as gzip in base64; beside it where the page is served from its source.
async function coreBytes() {
  const node = $('core');
  if (node === null) return new URL('kotext.wasm', import.meta.url);
  const packed = Uint8Array.from(atob(node.textContent), (c) => c.charCodeAt(0));
  node.remove();
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

async function start() {
  if (module === undefined) {
    const bytes = await coreBytes();
    module = bytes instanceof URL ? bytes : await WebAssembly.compile(bytes);
  }
  engine = await load(module);
  globalThis.kotext = engine; // for the console
}

function complain(id, message) {
  const error = $(`${id}-error`);
  error.textContent = message;
  for (const field of document.querySelectorAll(`[aria-describedby~="${error.id}"]`)) field.setAttribute('aria-invalid', String(message !== ''));
}

async function failed(id, error) {
  complain(id, error.message);
  if (error.code !== 'CRASHED' && error.code !== 'CLOSED') return;
  await start();
  complain(id, say('restarted'));
}

function spellings() {
  const forms = engine.spell($('name').value, { nbest: 8, kind: $('name-kind').value });
  $('spellings').replaceChildren(...forms.map((form) => {
    const row = element('tr');
    row.append(element('td', form.text, { lang: 'ko-Latn' }), element('td', `${(100 * form.probability).toFixed(1)} %`), element('td', form.label, { lang: 'en' }));
    return row;
  }));
}

// What each group of fields shows.
const parts = {
  korean: { fields: ['korean', 'kind'], long: ['korean'], show: () => showReasons(engine, $('korean').value, $('kind').value) },
  name: { fields: ['name', 'name-kind'], long: ['name'], show: spellings },
  pair: { fields: ['pair-ko', 'pair-en'], long: ['pair-ko', 'pair-en'], show: () => showLinks(engine, $('pair-ko').value, $('pair-en').value) },
  raw: { fields: ['raw', 'form'], long: ['raw'],
    show: () => { $('tidied').textContent = engine.normalize($('raw').value, { form: $('form').value, korean: 'default' }); } },
};

function refresh(id) {
  const part = parts[id];
  if (part.long.some((field) => $(field).value.length > MOST[id])) {
    complain(id, say('long', MOST[id]));
    return;
  }
  try {
    part.show();
    complain(id, '');
  } catch (error) {
    failed(id, error);
  }
}

function watch(id) {
  let timer;
  for (const field of parts[id].fields) {
    $(field).addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(refresh, WAIT, id);
    });
  }
}

function speak(to) {
  setLanguage(to);
  for (const id of Object.keys(parts)) refresh(id);
}

async function open() {
  setLanguage(navigator.language.startsWith('ko') ? 'ko' : 'en');
  $('status').textContent = say('loading');
  await start();
  $('korean').value = SAMPLES.korean;
  $('name').value = SAMPLES.name;
  $('pair-ko').value = SAMPLES.ko;
  $('pair-en').value = SAMPLES.en;
  $('raw').value = SAMPLES.raw;
  document.querySelector('main').hidden = false;
  watchReasons();
  watchLinks();
  Object.keys(parts).forEach(watch);
  $('languages').addEventListener('click', (e) => { if (e.target.value) speak(e.target.value); });
  $('about').textContent = engine.about;
  speak(document.documentElement.lang);
  $('status').textContent = say('ready');
}

open().catch((error) => {
  $('status').className = 'error';
  $('status').setAttribute('role', 'alert');
  $('status').textContent = say('failed', error.message);
});
