// Two texts side by side: which Korean name is which English form.
import { element, focusIn, watchButtons, watchKeys } from './nodes.mjs';
import { say } from './words.mjs';

const sides = { ko: document.getElementById('side-ko'), en: document.getElementById('side-en') };
const table = document.getElementById('links');
const told = document.getElementById('told');
let links = [];

const withoutEnd = (text) => text.replace(/\n+$/, '');
const evidenceOf = (link) => say(link.evidence === 'spelling' ? 'spelling_' : link.evidence);

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
  const ko = withoutEnd(korean);
  const en = withoutEnd(english);
  const parallel = ko.split('\n').length === en.split('\n').length;
  const units = parallel ? { ko: unitsOf(ko, 'ko', false), en: unitsOf(en, 'en', false) }
    : { ko: unitsOf(korean, 'ko', true), en: unitsOf(english, 'en', true) };
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
    row.append(element('td', link.number ?? '?'), element('td', link.korean + (link.koreanTitle && ` ${link.koreanTitle}`), { lang: 'ko' }),
      element('td', link.number === null ? '-' : (link.englishTitle && `${link.englishTitle} `) + link.english, { lang: 'en' }),
      element('td', say(link.type)), element('td', evidenceOf(link)), element('td', link.score.toFixed(2)));
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
    : `${say('linked', link.korean, link.english)} (${say(link.type)}, ${evidenceOf(link)}, ${link.score.toFixed(2)})`;
}

function focus(button) {
  if (button !== undefined) focusIn(namesOf(button.parentElement), button);
}

function partner(button) {
  const other = button.parentElement === sides.ko ? sides.en : sides.ko;
  return namesOf(other).find((name) => name.dataset.number !== '' && name.dataset.number === button.dataset.number);
}

function keysOf(button) {
  const names = namesOf(button.parentElement);
  const at = names.indexOf(button);
  return {
    ArrowRight: () => focus(names[at + 1]), ArrowDown: () => focus(names[at + 1]), ArrowLeft: () => focus(names[at - 1]), ArrowUp: () => focus(names[at - 1]),
    Home: () => focus(names[0]), End: () => focus(names[names.length - 1]),
  };
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
    watchButtons(side, '.name', ['mouseover', 'focusin'], tell);
    watchButtons(side, '.name', ['click'], (button) => focus(partner(button)));
    watchKeys(side, '.name', keysOf);
  }
}

export { showLinks, watchLinks };
