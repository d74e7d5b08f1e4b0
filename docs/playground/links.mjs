// Two texts side by side: which Korean name is which English form.
import { element } from './reasons.mjs';
import { say } from './words.mjs';

const sides = { ko: document.getElementById('side-ko'), en: document.getElementById('side-en') };
const table = document.getElementById('links');
const told = document.getElementById('told');
let links = [];

const linesOf = (text) => text.replace(/\n+$/, '').split('\n');

// The lines of a text, or its sentences, with their places.
function unitsOf(text, language, sentences) {
  const units = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (sentences && typeof Intl.Segmenter === 'function') {
      for (const { segment, index } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(line)) units.push({ text: segment, at: at + index });
    } else {
      units.push({ text: line, at });
    }
    at += line.length + 1;
  }
  return units;
}

// Links with places in the whole texts; a number for each English name that is answered.
function find(engine, korean, english) {
  const parallel = linesOf(korean).length === linesOf(english).length;
  const [ko, en] = parallel ? [korean.replace(/\n+$/, ''), english.replace(/\n+$/, '')] : [korean, english];
  const units = { ko: unitsOf(ko, 'ko', !parallel), en: unitsOf(en, 'en', !parallel) };
  const numbers = new Map();
  const found = engine.align(units.ko.map((u) => u.text), units.en.map((u) => u.text), { pairing: parallel ? 'parallel' : 'document' });
  return found.map((link) => {
    const from = units.ko[link.koreanLine].at;
    const place = { ...link, ko: [from + link.koreanStart, from + link.koreanEnd], en: null, number: null };
    if (link.englishLine === null) return place;
    const to = units.en[link.englishLine].at;
    place.en = [to + link.englishStart, to + link.englishEnd];
    const key = place.en.join();
    if (!numbers.has(key)) numbers.set(key, numbers.size + 1);
    place.number = numbers.get(key);
    return place;
  });
}

function nameNode(text, link, first) {
  const button = element('button', text, { type: 'button', class: link.number === null ? 'name none' : 'name', tabindex: first ? '0' : '-1' });
  button.dataset.number = link.number ?? '';
  button.dataset.link = links.indexOf(link);
  button.append(element('sup', link.number === null ? '?' : String(link.number)));
  return button;
}

function mark(side, text, language) {
  const names = links.filter((link) => link[language] !== null).sort((a, b) => a[language][0] - b[language][0]);
  let at = 0;
  let first = true;
  side.replaceChildren();
  for (const link of names) {
    const [start, end] = link[language];
    if (start < at) continue;
    side.append(text.slice(at, start), nameNode(text.slice(start, end), link, first));
    first = false;
    at = end;
  }
  side.append(text.slice(at));
}

function fillTable() {
  table.replaceChildren(...links.map((link) => {
    const row = element('tr');
    const by = link.evidence === 'spelling' ? 'spelling_' : link.evidence;
    row.append(element('td', link.number ?? '?'), element('td', link.korean + (link.koreanTitle && ` ${link.koreanTitle}`), { lang: 'ko' }),
      element('td', link.number === null ? '-' : (link.englishTitle && `${link.englishTitle} `) + link.english, { lang: 'en' }),
      element('td', say(link.type)), element('td', say(by)), element('td', link.score.toFixed(2)));
    return row;
  }));
}

const namesOf = (side) => [...side.querySelectorAll('.name')];

function tell(button) {
  const link = links[button.dataset.link];
  for (const name of [...namesOf(sides.ko), ...namesOf(sides.en)]) {
    name.classList.toggle('same', button.dataset.number === '' ? name === button : name.dataset.number === button.dataset.number);
  }
  told.textContent = link.number === null ? say('alone', link.korean)
    : `${say('linked', link.korean, link.english)} (${say(link.type)}, ${say(link.evidence === 'spelling' ? 'spelling_' : link.evidence)}, ${link.score.toFixed(2)})`;
}

function focus(button) {
  if (button === undefined) return;
  for (const name of namesOf(button.parentElement)) name.tabIndex = name === button ? 0 : -1;
  button.focus();
}

function partner(button) {
  const other = button.parentElement === sides.ko ? sides.en : sides.ko;
  return namesOf(other).find((name) => name.dataset.number !== '' && name.dataset.number === button.dataset.number);
}

function move(event) {
  const button = event.target.closest('.name');
  if (button === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const names = namesOf(button.parentElement);
  const at = names.indexOf(button);
  const keys = {
    ArrowRight: () => focus(names[at + 1]), ArrowDown: () => focus(names[at + 1]), ArrowLeft: () => focus(names[at - 1]), ArrowUp: () => focus(names[at - 1]),
    Home: () => focus(names[0]), End: () => focus(names[names.length - 1]),
  };
  if (!Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
}

function showLinks(engine, korean, english) {
  links = find(engine, korean, english);
  mark(sides.ko, korean, 'ko');
  mark(sides.en, english, 'en');
  fillTable();
  told.textContent = '';
}

function watchLinks() {
  for (const side of Object.values(sides)) {
    for (const event of ['mouseover', 'focusin']) {
      side.addEventListener(event, (e) => { const button = e.target.closest('.name'); if (button !== null) tell(button); });
    }
    side.addEventListener('click', (e) => { const button = e.target.closest('.name'); if (button !== null) focus(partner(button)); });
    side.addEventListener('keydown', move);
  }
}

export { showLinks, watchLinks };
