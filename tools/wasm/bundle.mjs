#!/usr/bin/env node
// Puts the page, the modules it imports and the core into one HTML file, which needs no server: scripts and style stand inside and are named by
// their hashes in the page's content security policy, the core is gzip in base64.
//
// usage: bundle.mjs PAGE_FOLDER PACKAGE_FOLDER OUT.html
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [page, core, out] = process.argv.slice(2);
const read = (folder, name) => readFileSync(join(folder, name), 'utf8');
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

// A module as a function that returns what it exports; modules import by name and export in one list at the end.
function enclosed(name, source) {
  const body = source
    .replace(/^import (\{[^}]*\}) from '\.\/(\w+)\.mjs';$/gm, 'const $1 = module_$2;')
    .replace(/^export (\{[^}]*\});$/m, 'return $1;');
  if (/^(import|export) /m.test(body)) throw new Error(`${name}: an import or export that is not of the one form`);
  return `const module_${name} = (() => {\n${body}})();\n`;
}

const style = read(page, 'page.css');
const script = [[core, 'calls'], [core, 'kotext'], [page, 'words'], [page, 'nodes'], [page, 'reasons'], [page, 'links'], [page, 'page']]
  .map(([folder, name]) => enclosed(name, read(folder, `${name}.mjs`))).join('');
const bytes = gzipSync(readFileSync(join(core, 'kotext.wasm')), { level: 9 }).toString('base64');
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data:; base-uri 'none'; `
  + "form-action 'none'";

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const parts = {
  '<pre id="notice"></pre>': `<pre id="notice">${escaped(`${read(core, 'NOTICE')}\n${read(core, 'LICENSE.utf8proc.md')}`)}</pre>`,
  '<!-- policy -->': `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  '<link rel="stylesheet" href="page.css">': `<style>${style}</style>`,
  '<script type="module" src="page.mjs"></script>':
    `<script type="application/gzip" id="core">${bytes}</script>\n<script type="module">${script}</script>`,
};
let html = read(page, 'index.html');
for (const [mark, text] of Object.entries(parts)) {
  if (html.split(mark).length !== 2) throw new Error(`index.html must hold once: ${mark}`);
  html = html.split(mark).join(text);
}
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, html);
console.log(`${out}: ${(html.length / 1e6).toFixed(1)} MB`);
