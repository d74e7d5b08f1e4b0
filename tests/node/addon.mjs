// The addon as a package: calls, promises, misuse, workers, and `npm pack` installed elsewhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterInstalling } from '../support/npm.mjs';
import { asModule, assertListed, assertRemarks, blocks, guide } from '../support/snippets.mjs';

const folder = process.env.KOTEXT_NODE;
const require = createRequire(import.meta.url);
const kotext = require(folder);

test('transforms', () => {
  assert.equal(kotext.romanize('독립문', { kind: 'place' }), 'Dongnimmun');
  assert.equal(kotext.romanize('한국의 독립', { scheme: 'yale' }), 'Hankwuk uy toklip');
  assert.equal(kotext.romanize('한복남', { kind: 'person', givenHyphen: 'syllable' }), 'Han Bok-nam');
  assert.equal(kotext.pronounce('국물'), '궁물');
  assert.equal(kotext.normalize('ㅎㅏㄴ글 ＡＢＣ', { korean: 'default' }), '한글 ABC');
  assert.equal(kotext.hanja('朝鮮', { paren: true }), '조선(朝鮮)');
  assert.equal(kotext.space('나는학교 에 갔다'), '나는 학교에 갔다');
  assert.equal(kotext.slug('종로구 소식'), 'jongno-gu-sosik');
  assert.equal(kotext.josa('Google', '으로/로'), '로');
  assert.equal(kotext.romanize(''), '');
});

test('names and words, with offsets that index strings', () => {
  const line = '🙂 문재인 대통령은 개성에 갔다';
  const found = kotext.findNames(line);
  assert.deepEqual(found.map((n) => [n.text, n.type, line.slice(n.start, n.end)]),
    [['문재인', 'PER', '문재인'], ['개성', 'LOC', '개성']]);
  const words = kotext.analyze(line);
  assert.ok(words.every((w) => line.slice(w.start, w.end) === w.text));
  assert.deepEqual(words.find((w) => w.stem === '대통령').josa, '은');
  assert.equal(kotext.spell('조명균')[0].text, 'Cho Myoung-gyon');
  assert.ok(kotext.match('정동영', 'Chung Dong-young') > 0.9);
  assert.deepEqual(kotext.hangulize('dongnip'), ['독립']);
  assert.equal(kotext.transliterate('Margaret Johnson', { nbest: 2 }).length, 2);
  assert.deepEqual(kotext.segment('비가 온다. 눈도 온다.', { unit: 'sentence' }), ['비가 온다.', '눈도 온다.']);
});

test('reasons', () => {
  const line = '🙂 독립문에 갔다';
  const { text, pieces, steps } = kotext.explain(line, { kind: 'place' });
  assert.equal(text, kotext.romanize(line, { kind: 'place' }));
  assert.equal(pieces.map((piece) => piece.text).join(''), text);
  assert.equal(pieces.map((piece) => line.slice(piece.start, piece.end)).join(''), line);
  assert.ok(pieces.every((piece) => text.slice(piece.at, piece.at + piece.text.length) === piece.text));
  assert.deepEqual(steps.filter((step) => step.before === '닙문').map((step) => [step.after, step.standard, step.article, line.slice(step.start, step.end)]),
    [['님문', 'Standard Pronunciation', '18', '립문']]);
  assert.deepEqual(kotext.explain(''), { text: '', pieces: [], steps: [] });
});

test('alignment', () => {
  const links = kotext.align(['조명균 장관은 말했다.', '문 대통령이 왔다'], ['Minister Cho Myoung-gyon said.', 'President Moon came']);
  assert.deepEqual(links.map((l) => [l.korean, l.english, l.englishTitle, l.koreanLine, l.englishLine]),
    [['조명균', 'Cho Myoung-gyon', '', 0, 0], ['문', 'Moon', 'President', 1, 1]]);
  assert.equal(kotext.align('개성이다', 'Nothing here')[0].englishLine, null);
  assert.equal(kotext.align('개성이다', 'Nothing here')[0].englishStart, null);
  const korean = [`${'🙂 '.repeat(40)}조명균`, '개성이다 🙂 개성'];
  const english = ['🙂 Cho Myoung-gyon', `${'é'.repeat(70)} Kaesong`];
  for (const l of kotext.align(korean, english)) {
    assert.equal(korean[l.koreanLine].slice(l.koreanStart, l.koreanEnd), l.korean);
    if (l.englishLine !== null) assert.equal(english[l.englishLine].slice(l.englishStart, l.englishEnd), l.english);
  }
  assert.throws(() => kotext.align(['a', 'b'], ['a']), { code: 'ARG' });
});

test('bulk work gives what single calls give, in order', async () => {
  const texts = Array.from({ length: 2000 }, (_, i) => `문재인 대통령은 ${i}번 개성에 갔다`);
  const all = await kotext.all('romanize', texts, { scheme: 'mr' });
  assert.equal(all.length, texts.length);
  for (const i of [0, 1, 777, 1999]) assert.equal(all[i], kotext.romanize(texts[i], { scheme: 'mr' }));
  assert.equal((await kotext.all('findNames', texts.slice(0, 3)))[2][0].text, '문재인');
  assert.deepEqual(await kotext.all('slug', []), []);
});

test('an engine of one\'s own closes under its work', async () => {
  const engine = new kotext.Engine({ userDict: '도담별\tDodambyeol Inc.\tORG\n', dictionaries: false });
  assert.equal(engine.spell('도담별')[0].text, 'Dodambyeol Inc.');
  const work = engine.all('pronounce', Array(1000).fill('국물'));
  engine.close();
  engine.close();
  assert.throws(() => engine.romanize('a'), { code: 'CLOSED' });
  assert.equal((await work)[999], '궁물');
});

test('misuse throws and never crashes', async () => {
  for (const wrong of [undefined, null, 5, Symbol('x'), {}, [], Buffer.from('x')]) {
    for (const name of ['romanize', 'explain', 'findNames', 'analyze', 'josa', 'match']) {
      assert.throws(() => kotext[name](wrong, 'x'), TypeError);
    }
    assert.throws(() => kotext.align([wrong], ['x']), TypeError);
    await assert.rejects(kotext.all('romanize', [wrong]), TypeError);
    if (!Array.isArray(wrong)) await assert.rejects(kotext.all('romanize', wrong), TypeError);
  }
  for (const options of [{ scheme: 'none' }, { city: 1 }, { kind: 7 }]) {
    assert.throws(() => kotext.romanize('x', options), RangeError);
  }
  assert.throws(() => kotext.romanize('x', 5), TypeError);
  assert.throws(() => kotext.spell('x', { nbest: 0 }), RangeError);
  assert.throws(() => kotext.normalize('x', { korean: 'nosuch' }), { code: 'ARG' });
  await assert.rejects(kotext.all('nosuch', []), RangeError);
  assert.throws(() => new kotext.Engine({ userDict: 'one column\n' }), { code: 'SYNTAX' });
  assert.equal(kotext.romanize('한\ud800글').includes('\ufffd'), true);
  assert.equal(kotext.normalize('\0한\0'), '\0한\0');
  assert.equal(kotext.pronounce('가나다라'.repeat(100000)).length, 400000);
});

test('the bare addon trusts nobody', () => {
  const native = require(join(folder, 'kotext.node'));
  for (const values of [[], [0], [999, 'romanize', 'x', '', []], [-1, 'romanize', 'x', '', []], ['0', 'romanize', 'x', '', []],
    [0, 'nosuch', 'x', '', []], [0, 'romanize', 'x', '', [1.5, 'y']], [0, 'romanize', 'x', '', Array(99).fill(0)],
    [0, 'romanize', 'x', '', [99, -5]], [0, 'segment', 'x', '', [77]], [0, 'romanize', {}, '', []]]) {
    assert.throws(() => native.run(...values));
    assert.throws(() => native.runAll(...values));
  }
  for (const values of [[], [1, 2], ['x']]) assert.throws(() => native.open(...values));
  for (const values of [[], [255], ['x'], [1e9]]) assert.throws(() => native.close(...values));
});

test('workers have their own engines', async () => {
  const code = `const {parentPort} = require('node:worker_threads');
    const kotext = require(${JSON.stringify(folder)});
    kotext.all('romanize', Array(300).fill('서울')).then((all) => parentPort.postMessage(all[299]));`;
  const results = await Promise.all([1, 2, 3].map(() => new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true });
    worker.once('message', resolve);
    worker.once('error', reject);
  })));
  assert.deepEqual(results, ['Seoul', 'Seoul', 'Seoul']);
  new Worker(`require(${JSON.stringify(folder)}).all('romanize', Array(9000).fill('서울'))`, { eval: true }).terminate();
});

test('types name every export, and ES modules import each by name', async () => {
  const named = await import(pathToFileURL(join(folder, 'index.js')));
  assert.deepEqual(Object.keys(named).filter((name) => !['default', 'module.exports'].includes(name)).sort(), Object.keys(kotext).sort());
  const types = readFileSync(join(folder, 'index.d.ts'), 'utf8');
  for (const name of Object.keys(kotext)) assert.match(types, new RegExp(`export (const|class) ${name}\\b`));
  const options = readFileSync(join(folder, 'calls.d.ts'), 'utf8');
  for (const scheme of kotext.schemes) assert.ok(options.includes(`'${scheme}'`), scheme);
});

test('npm pack makes a package that installs and does what the guide says', (t) => {
  const { source, remarks } = asModule(blocks(guide, 'js').find((block) => block.includes("from 'kotext'")));
  assertListed(fileURLToPath(import.meta.url));
  afterInstalling(t, folder, (run) => {
    assert.equal(run('node', '-p', "require('kotext').romanize('독립문')"), 'Dongnimmun\n');
    assertRemarks(remarks, JSON.parse(run('node', '--input-type=module', '-e', `${source}console.log(JSON.stringify(told));`)));
  });
});
