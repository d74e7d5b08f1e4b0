// Each scheme's writing of a text, piece by piece, and the rule behind the piece that is pointed at or has the focus.
import { element, focusIn, watchButtons, watchKeys } from './nodes.mjs';
import { SCHEMES, say, schemeName } from './words.mjs';

const rows = document.getElementById('rows');
const reason = document.getElementById('reason-text');
let shown = []; // of each row: its scheme, explanation and buttons

function pieceNode(piece, row, i) {
  if (piece.standard === undefined || piece.text === '') return document.createTextNode(piece.text);
  const button = element('button', piece.text, { type: 'button', class: 'piece', tabindex: row.buttons.length > 0 ? '-1' : '0' });
  button.dataset.row = row.at;
  button.dataset.piece = i;
  row.buttons.push(button);
  return button;
}

function showRow(engine, text, kind, id, at) {
  const row = { at, id, explained: engine.explain(text, { scheme: id, kind }), buttons: [] };
  const line = element('tr');
  const cell = element('td');
  const group = element('div', undefined, { class: 'row', role: 'group', lang: SCHEMES[id][2], 'aria-label': schemeName(id), 'aria-describedby': 'keys' });
  group.append(...row.explained.pieces.map((piece, i) => pieceNode(piece, row, i)));
  cell.append(group);
  line.append(element('th', schemeName(id), { scope: 'row' }), cell);
  rows.append(line);
  return row;
}

function pieceOf(button) {
  const row = shown[button.dataset.row];
  return { row, piece: row.explained.pieces[button.dataset.piece] };
}

// The steps that touched what the piece came from, and its own rule where no step names it.
function reasonsOf(row, piece) {
  const steps = row.explained.steps.filter((step) => step.start < piece.end && piece.start < step.end);
  const named = steps.some((step) => step.standard === piece.standard && step.article === piece.article);
  return named ? steps : [...steps, { before: '', after: '', ...piece }];
}

function tell(button) {
  const { row, piece } = pieceOf(button);
  const list = element('ul');
  for (const step of reasonsOf(row, piece)) {
    const item = element('li');
    if (step.before !== '') item.append(element('span', `${step.before} → ${step.after}`, { lang: 'ko' }), ' ');
    item.append(element('cite', `${step.standard} ${step.article}`), element('span', `: ${step.summary}`, { lang: 'en' }));
    list.append(item);
  }
  const from = row.text.slice(piece.start, piece.end);
  reason.replaceChildren(element('strong', `${from} → ${piece.text}`), ` (${schemeName(row.id)})`, list);
  for (const other of shown) {
    for (const b of other.buttons) {
      const p = other.explained.pieces[b.dataset.piece];
      b.classList.toggle('same', p.start < piece.end && piece.start < p.end);
    }
  }
}

function focus(row, at) {
  if (row === undefined || row.buttons.length === 0) return;
  focusIn(row.buttons, row.buttons[Math.max(0, Math.min(at, row.buttons.length - 1))]);
}

// The button of a row that shows the same place of the text.
function sameplace(row, start) {
  return row.buttons.findIndex((b) => row.explained.pieces[b.dataset.piece].end > start);
}

function keysOf(button) {
  const { row, piece } = pieceOf(button);
  const at = row.buttons.indexOf(button);
  const step = (to) => to !== undefined && focus(to, sameplace(to, piece.start));
  return {
    ArrowRight: () => focus(row, at + 1), ArrowLeft: () => focus(row, at - 1), Home: () => focus(row, 0), End: () => focus(row, row.buttons.length),
    ArrowDown: () => step(shown[row.at + 1]), ArrowUp: () => step(shown[row.at - 1]),
  };
}

function showReasons(engine, text, kind) {
  rows.replaceChildren();
  reason.textContent = say('hint');
  const known = Object.keys(SCHEMES).filter((id) => engine.schemes.includes(id));
  shown = [];
  for (const id of known) shown.push({ ...showRow(engine, text, kind, id, shown.length), text });
}

function watchReasons() {
  watchButtons(rows, '.piece', ['mouseover', 'focusin', 'click'], tell);
  watchKeys(rows, '.piece', keysOf);
}

export { showReasons, watchReasons };
