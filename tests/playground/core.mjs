// The module under node:test: the same text as the command gives from the same data, misuse, memory that ends, a module that stops, types, `npm pack`.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterInstalling } from '../support/npm.mjs';
import { assertListed } from '../support/snippets.mjs';

const { KOTEXT_WASM: folder, KOTEXT_COMMAND: command, KOTEXT_KTD: data, KOTEXT_SAMPLES: samples } = process.env;
const { load } = await import(pathToFileURL(join(folder, 'kotext.mjs')));
const module = await WebAssembly.compile(readFileSync(join(folder, 'kotext.wasm')));
const kotext = await load(module);
const lines = readFileSync(join(samples, 'liaison-office.ko.txt'), 'utf8').trimEnd().split('\n');
const english = readFileSync(join(samples, 'liaison-office.en.txt'), 'utf8').trimEnd().split('\n');

function said(...words) {
  return execFileSync(command, [...words, '--data', data], { input: `${lines.join('\n')}\n`, encoding: 'utf8' }).trimEnd().split('\n');
}

test('every scheme writes what the command writes', () => {
  assert.equal(kotext.schemes.length, 15);
  for (const scheme of kotext.schemes) {
    assert.deepEqual(lines.map((line) => kotext.romanize(line, { scheme })), said('romanize', '--scheme', scheme), scheme);
  }
});

test('so do pronunciation, normalization and names', () => {
  assert.deepEqual(lines.map((line) => kotext.pronounce(line)), said('pronounce'));
  assert.deepEqual(lines.map((line) => kotext.normalize(line, { form: 'nfd', korean: 'default' })), said('normalize', '--form', 'nfd', '--korean', 'default'));
  const found = lines.flatMap((line, i) => kotext.findNames(line).map((name) => `${i + 1}\t${name.type}\t${name.confidence.toFixed(2)}\t${name.text}`));
  assert.deepEqual(found, said('names', '--find').map((row) => row.split('\t').filter((_, i) => i !== 1 && i !== 2).join('\t')));
});

test('explanations tile both texts and name their rules', () => {
  for (const line of ['🙂 독립문에 갔다', '大韓民國 만세', '', 'plain', ...lines]) {
    const { text, pieces, steps } = kotext.explain(line, { scheme: 'mr' });
    assert.equal(text, kotext.romanize(line, { scheme: 'mr' }));
    assert.equal(pieces.map((piece) => piece.text).join(''), text);
    assert.equal(pieces.map((piece) => line.slice(piece.start, piece.end)).join(''), line);
    for (const piece of pieces) assert.equal(text.slice(piece.at, piece.at + piece.text.length), piece.text);
    for (const step of steps) assert.ok(step.start <= step.end && step.end <= line.length && step.standard !== '' && step.summary !== '');
  }
});

test('links of two texts index both', () => {
  const links = kotext.align(lines, english, { pairing: 'document' });
  assert.ok(links.filter((link) => link.englishLine !== null).length > 20);
  for (const link of links) {
    assert.equal(lines[link.koreanLine].slice(link.koreanStart, link.koreanEnd), link.korean);
    if (link.englishLine !== null) assert.equal(english[link.englishLine].slice(link.englishStart, link.englishEnd), link.english);
  }
  const [one] = kotext.align(['🙂 조명균'], ['🙂🙂 Cho Myoung-gyon']);
  assert.deepEqual([one.koreanStart, one.koreanEnd, one.englishStart], [3, 6, 5]);
});

test('words and spellings', () => {
  assert.equal(kotext.spell('조명균')[0].text, 'Cho Myoung-gyon');
  assert.ok(kotext.match('정동영', 'Chung Dong-young') > 0.9);
  assert.equal(kotext.analyze('대통령은')[0].josa, '은');
  assert.equal(kotext.josa('Google', '으로/로'), '로');
  assert.equal(kotext.hanja('大韓民國'), '대한민국');
  assert.equal(kotext.space('나는학교 에 갔다'), '나는 학교에 갔다');
  assert.deepEqual(kotext.segment('서울에 갔다', { unit: 'eojeol' }), ['서울에', '갔다']);
  assert.throws(() => kotext.segment('비가 온다.', { unit: 'sentence' }), { code: 'UNSUPPORTED' });
  assert.match(kotext.about, /Korean words/);
});

test('misuse throws and the engine goes on', async () => {
  for (const wrong of [undefined, null, 5, Symbol('x'), {}, [], Buffer.from('x')]) {
    for (const name of ['romanize', 'explain', 'findNames', 'analyze', 'josa', 'match']) assert.throws(() => kotext[name](wrong, 'x'), TypeError);
    assert.throws(() => kotext.align([wrong], ['x']), TypeError);
    if (!Buffer.isBuffer(wrong)) await assert.rejects(load(wrong ?? 5), TypeError);
    await assert.rejects(load(module, { userDict: wrong ?? 5 }), TypeError);
  }
  for (const options of [{ scheme: 'none' }, { city: 1 }, { kind: 7 }]) assert.throws(() => kotext.romanize('x', options), RangeError);
  assert.throws(() => kotext.spell('x', { nbest: 1e9 }), RangeError);
  assert.throws(() => kotext.normalize('x', { korean: 'nosuch' }), { code: 'ARG' });
  assert.throws(() => kotext.align(['a', 'b'], ['a']), { code: 'ARG' });
  assert.throws(() => Object.create(Object.getPrototypeOf(kotext)).romanize('x'), { code: 'CLOSED' });
  assert.throws(() => new kotext.constructor(), TypeError);
  await assert.rejects(load(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
  await assert.rejects(load(module, { userDict: 'one column\n' }), { code: 'SYNTAX' });
  assert.ok(kotext.romanize('한\ud800글').includes('\ufffd'));
  assert.equal(kotext.normalize('\ufeff\0한\0', { form: 'nfc' }), '\ufeff\0한\0');
  assert.equal(kotext.romanize(''), '');
});

test('memory grows, ends with an error, and serves on', () => {
  assert.equal(kotext.pronounce('가나다라'.repeat(100000)).length, 400000);
  for (const size of [1e8, 3e8]) assert.throws(() => kotext.pronounce('가'.repeat(size)), { code: 'NOMEM' });
  assert.equal(kotext.romanize('서울'), 'Seoul');
});

test('engines are apart, and closed ones say so', async () => {
  const own = await load(module, { userDict: '도담별\tDodambyeol Inc.\tORG\n', dictionaries: false });
  assert.equal(own.spell('도담별')[0].text, 'Dodambyeol Inc.');
  assert.notEqual(kotext.spell('도담별')[0].text, 'Dodambyeol Inc.');
  own.close();
  own.close();
  assert.throws(() => own.romanize('a'), { code: 'CLOSED' });
  assert.throws(() => own.about, { code: 'CLOSED' });
});

// A module of the same face that stops when it is run.
function stopping() {
  const section = (id, ...bytes) => [id, bytes.length, ...bytes];
  const name = (text) => [text.length, ...Buffer.from(text)];
  const functions = [['kotext_take', [0x41, 16]], ['kotext_drop', []], ['kotext_open', [0x41, 0]], ['kotext_run', [0x00]],
    ['kotext_scheme', [0x41, 0]], ['kotext_forget', []]];
  const types = [[1, 1], [1, 0], [3, 1], [4, 1], [1, 1], [0, 0]]; // parameters and results, all i32
  const body = (code) => [code.length + 2, 0, ...code, 0x0b];
  return new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, types.length, ...types.flatMap(([takes, gives]) => [0x60, takes, ...Array(takes).fill(0x7f), gives, ...Array(gives).fill(0x7f)])),
    ...section(3, types.length, ...types.keys()), ...section(5, 1, 0, 1),
    ...section(7, functions.length + 1, ...name('memory'), 2, 0, ...functions.flatMap(([n], i) => [...name(n), 0, i])),
    ...section(10, functions.length, ...functions.flatMap(([, code]) => body(code)))]);
}

test('a module that stops closes its engine and nothing else', async () => {
  const broken = await load(stopping());
  assert.throws(() => broken.slug('x'), { code: 'CRASHED' });
  assert.throws(() => broken.slug('x'), { code: 'CLOSED' });
  const again = await load(module);
  assert.equal(again.romanize('부산', { scheme: 'rr' }), 'Busan');
});

test('types name every method, and npm pack makes a package that loads', (t) => {
  const types = readFileSync(join(folder, 'kotext.d.ts'), 'utf8');
  for (const name of Object.getOwnPropertyNames(Object.getPrototypeOf(kotext))) {
    if (name !== 'constructor') assert.match(types, new RegExp(`^  (readonly )?${name}[(:]`, 'm'));
  }
  const options = readFileSync(join(folder, 'calls.d.ts'), 'utf8');
  for (const scheme of kotext.schemes) assert.ok(options.includes(`'${scheme}'`), scheme);
  const code = "import { readFileSync } from 'node:fs'; import { load } from 'kotext-wasm';"
    + "const at = new URL(import.meta.resolve('kotext-wasm/kotext.wasm')); console.log((await load(readFileSync(at))).romanize('독립문'));";
  afterInstalling(t, folder, (run) => assert.equal(run('node', '--input-type=module', '-e', code), 'Dongnimmun\n'));
});

test('workers have modules of their own', async () => {
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.url).then(({ load }) => load(workerData.module)).then((own) => parentPort.postMessage(own.romanize('부산')));`;
  const url = pathToFileURL(join(folder, 'kotext.mjs')).href;
  const work = () => new Worker(code, { eval: true, workerData: { module, url } });
  const results = await Promise.all([1, 2, 3].map(() => new Promise((resolve, reject) => work().once('message', resolve).once('error', reject))));
  assert.deepEqual(results, ['Busan', 'Busan', 'Busan']);
  await work().terminate();
  assert.equal(kotext.romanize('서울'), 'Seoul');
});

test('the guide lists these tests', () => assertListed(fileURLToPath(import.meta.url)));
