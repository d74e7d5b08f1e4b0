#!/usr/bin/env node
// Serves the package to a page in headless Chromium that is the guide's own lines; what they give must be what the guide says.
//
// usage: served.mjs PACKAGE      exit 77: something is missing
import {readFileSync} from "node:fs";
import {createServer} from "node:http";
import {basename, extname, join} from "node:path";
import {testInBrowser} from "../support/browser.mjs";
import {asModule, assertRemarks, blocks, guide} from "../support/snippets.mjs";

const TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm"};
const {source, remarks} = asModule(blocks(guide, "js").find((block) => block.includes("./kotext.mjs")));
const page = `<!doctype html><meta charset="utf-8"><script type="module">${source}window.told = told;</script>`;

function answer({url}, response) {
  const type = TYPES[extname(url)];
  response.setHeader("content-type", type ?? "text/html");
  response.end(type ? readFileSync(join(process.argv[2], basename(url))) : page);
}

const server = createServer(answer).listen(0, "127.0.0.1", () => testInBrowser([], async (browser) => {
  await browser.open(`http://127.0.0.1:${server.address().port}/`);
  if (!await browser.until("window.told !== undefined", 60)) throw new Error(browser.complaints().join("\n"));
  assertRemarks(remarks, await browser.evaluate("told"));
  console.log(`${remarks.length} lines of the guide are true in Chromium`);
}));
