// The JavaScript of a Markdown file, run line by line: the remark of an expression begins with its value, as util.inspect writes it (", ... }" leaves
// members out); a declaration's remark is prose.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';

export const guide = readFileSync(new URL('../../docs/integrations.md', import.meta.url), 'utf8');

export function blocks(text, language) {
  return [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].filter((found) => found[1] === language).map((found) => found[2]);
}

// A block as a module that gathers the values of its expressions in `told`, and their remarks.
export function asModule(block) {
  const remarks = [];
  const lines = block.trimEnd().split('\n').map((line) => {
    const [, code, remark] = /^(.*?);(?:\s*\/\/ (.*))?$/.exec(line) ?? assert.fail(`a statement a line: ${line}`);
    if (/^(import|const|let)\b/.test(code)) return `${code};`;
    remarks.push(remark ?? assert.fail(`without a remark: ${line}`));
    return `told.push(${code});`;
  });
  assert.ok(remarks.length > 0);
  return { source: `const told = [];\n${lines.join('\n')}\n`, remarks };
}

export function assertRemarks(remarks, values) {
  assert.equal(values.length, remarks.length);
  for (const [i, remark] of remarks.entries()) {
    const value = inspect(values[i], { breakLength: Infinity, compact: true, depth: 9 });
    const [known, more] = remark.split(', ... }');
    const fits = more === undefined ? remark.startsWith(value) && !/^\w/.test(remark.slice(value.length)) : value.startsWith(`${known}, `);
    assert.ok(fits, `the guide says ${remark}, it is ${value}`);
  }
}

// The results that the guide lists are those of the tests that a file has, in order.
export function assertListed(file) {
  const names = [...readFileSync(file, 'utf8').matchAll(/^test\(('(?:[^'\\]|\\.)*')/gm)].map((found) => JSON.parse(`"${found[1].slice(1, -1).replace(/\\'/g, "'")}"`));
  const listed = names.map((name, i) => `ok ${i + 1} - ${name}`).join('\n');
  assert.ok(blocks(guide, 'text').some((block) => block.startsWith(`${listed}\n`)), `the guide does not list\n${listed}`);
}
