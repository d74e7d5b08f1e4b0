#!/usr/bin/env node
// Opens the page of `kotext align --html` in headless Chromium and uses it as a person would, by keys; axe-core must find nothing, in
// light and in dark. Needs node, Chromium, and axe-core (fetched from npm into the cache where it is not there).
//
// usage: review.mjs KOTEXT SAMPLES      exit 77: something is missing
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {axe, testInBrowser} from "../support/browser.mjs";

const [kotext, samples] = process.argv.slice(2);
const failures = [];
const check = (fine, what) => { if (!fine) failures.push(what); };

async function review(b) {
  const rows = await b.evaluate('document.querySelectorAll("#links tbody tr").length');
  check(rows >= 25, `links listed: ${rows}`);
  for (const key of "ja") await b.key(key);
  for (const key of "jr") await b.key(key);
  for (const key of "je") await b.key(key);
  await b.evaluate('document.activeElement.value = ""');
  await b.send("Input.insertText", {text: "Edited Name"});
  await b.key("Enter");
  const told = await b.evaluate('document.getElementById("told").textContent');
  check(/Edited Name .*% sure, by \w/.test(told), `evidence told: ${told}`);
  const glossary = await b.evaluate("kotextGlossary()");
  for (const status of ["preferred", "forbidden", "-"]) check(glossary.includes(`\t${status}\n`), `exported status ${status}`);
  check(/\tEdited Name\t.*\tpreferred\n/.test(glossary), "exported edit");
  check(await b.evaluate('document.querySelectorAll(".name.rejected").length') > 0, "a rejected name is struck out");
  return glossary;
}

function reads(glossary, folder) {
  const file = join(folder, "reviewed.tsv");
  writeFileSync(file, glossary);
  const again = spawnSync(kotext, ["glossary", "convert", file], {encoding: "utf8"});
  check(again.status === 0 && again.stdout.includes("Edited Name"), "kotext reads the exported glossary");
}

const source = axe();
await testInBrowser(failures, async (b, folder) => {
  const page = join(folder, "page.html");
  const made = spawnSync(kotext, ["align", "--html", join(samples, "liaison-office.ko.txt"), join(samples, "liaison-office.en.txt"), "-o", page]);
  check(made.status === 0, "the page is written");
  await b.open(`file://${page}`);
  const glossary = await review(b);
  reads(glossary, folder);
  for (const scheme of ["light", "dark"]) failures.push(...await b.audit(source, scheme));
  failures.push(...b.complaints());
});
