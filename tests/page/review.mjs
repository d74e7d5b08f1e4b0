#!/usr/bin/env node
// Opens the page of `kotext align --html` in headless Chromium and uses it as a person would, by keys; axe-core must find nothing, in
// light and in dark. Needs node, Chromium, and axe-core (fetched from npm into the cache where it is not there).
//
// usage: review.mjs KOTEXT SAMPLES      exit 77: something is missing
import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {homedir, tmpdir} from "node:os";
import {join} from "node:path";

const [kotext, samples] = process.argv.slice(2);
const AXE = "4.10.3";
const failures = [];
const check = (fine, what) => { if (!fine) failures.push(what); };

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

function chromium() {
  for (const path of [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
    if (path && existsSync(path)) return path;
  return skip("no Chromium");
}

function axe() {
  const cache = process.env.KOTEXT_CACHE || join(homedir(), ".cache/kotext");
  const folder = join(cache, `axe-core-${AXE}`);
  const file = join(folder, "package/axe.min.js");
  if (!existsSync(file)) {
    mkdirSync(folder, {recursive: true});
    const packed = spawnSync("npm", ["pack", "--silent", `axe-core@${AXE}`], {cwd: folder, timeout: 60000});
    if (packed.status !== 0) skip("axe-core is not here and cannot be fetched");
    spawnSync("tar", ["-xzf", `axe-core-${AXE}.tgz`], {cwd: folder});
  }
  return readFileSync(file, "utf8");
}

// The DevTools protocol over pipes: messages end in NUL.
class Browser {
  constructor(program, profile) {
    this.process = spawn(program, ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--remote-debugging-pipe", `--user-data-dir=${profile}`],
      {stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"]});
    this.waiting = new Map();
    this.events = [];
    this.id = 0;
    let text = "";
    this.process.stdio[4].setEncoding("utf8").on("data", (data) => {
      text += data;
      for (let end; (end = text.indexOf("\0")) >= 0; text = text.slice(end + 1)) this.take(JSON.parse(text.slice(0, end)));
    });
  }
  take(message) {
    if (message.id === undefined) { this.events.push(message); return; }
    const {resolve, reject} = this.waiting.get(message.id);
    message.error ? reject(new Error(message.error.message)) : resolve(message.result);
  }
  send(method, params = {}, sessionId = this.session) {
    const id = ++this.id;
    this.process.stdio[3].write(JSON.stringify({id, method, params, sessionId}) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, {resolve, reject}));
  }
  async open(url) {
    const {targetId} = await this.send("Target.createTarget", {url: "about:blank"});
    this.session = (await this.send("Target.attachToTarget", {targetId, flatten: true})).sessionId;
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await this.send(`${domain}.enable`);
    await this.send("Page.navigate", {url});
    for (let i = 0; i < 200 && !this.events.some((e) => e.method === "Page.loadEventFired"); i++) await new Promise((r) => setTimeout(r, 50));
  }
  async evaluate(expression) {
    const {result, exceptionDetails} = await this.send("Runtime.evaluate", {expression, awaitPromise: true, returnByValue: true});
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description || exceptionDetails.text);
    return result.value;
  }
  async key(key) {
    const text = key.length === 1 ? key : undefined;
    await this.send("Input.dispatchKeyEvent", {type: "keyDown", key, text});
    await this.send("Input.dispatchKeyEvent", {type: "keyUp", key});
  }
}

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

async function audit(b, source, scheme) {
  await b.send("Emulation.setEmulatedMedia", {features: [{name: "prefers-color-scheme", value: scheme}]});
  await b.evaluate(source);
  const found = await b.evaluate("axe.run().then((r) => ({bad: r.violations.map((v) => v.id + ' ' + v.nodes[0].html), passes: r.passes.length}))");
  check(found.passes > 10, `${scheme}: axe ran`);
  for (const bad of found.bad) check(false, `${scheme}: ${bad}`);
  console.log(`axe-core ${AXE}, ${scheme}: ${found.bad.length} violations, ${found.passes} rules passed`);
}

function reads(glossary, folder) {
  const file = join(folder, "reviewed.tsv");
  writeFileSync(file, glossary);
  const again = spawnSync(kotext, ["glossary", "convert", file], {encoding: "utf8"});
  check(again.status === 0 && again.stdout.includes("Edited Name"), "kotext reads the exported glossary");
}

const program = chromium(), source = axe();
const folder = mkdtempSync(join(tmpdir(), "kotext-page-"));
const page = join(folder, "page.html");
const made = spawnSync(kotext, ["align", "--html", join(samples, "liaison-office.ko.txt"), join(samples, "liaison-office.en.txt"), "-o", page]);
check(made.status === 0, "the page is written");
const b = new Browser(program, join(folder, "profile"));
try {
  await b.open(`file://${page}`);
  const glossary = await review(b);
  reads(glossary, folder);
  for (const scheme of ["light", "dark"]) await audit(b, source, scheme);
  const log = b.events.filter((e) => e.method === "Log.entryAdded").map((e) => e.params.entry.text);
  for (const entry of log) check(false, `the console says: ${entry}`);
  const asked = b.events.filter((e) => e.method === "Network.requestWillBeSent").map((e) => e.params.request.url);
  for (const url of asked) check(url.startsWith("file:") || url.startsWith("blob:"), `asked the network for ${url}`);
} catch (error) {
  check(false, error.stack);
} finally {
  b.process.kill();
  await new Promise((r) => b.process.once("exit", r));
  rmSync(folder, {recursive: true, force: true, maxRetries: 5});
}
for (const failure of failures) console.error(`failed: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);
