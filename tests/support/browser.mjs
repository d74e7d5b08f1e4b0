// Headless Chromium by the DevTools protocol, and axe-core, for the tests of pages. Both are looked for; without them a test is skipped (77).
import {spawn, spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {homedir, tmpdir} from "node:os";
import {join} from "node:path";

const AXE = "4.10.3";

function skip(why) {
  console.log(`skipped: ${why}`);
  process.exit(77);
}

function chromium() {
  for (const path of [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
    if (path && existsSync(path)) return path;
  return skip("no Chromium");
}

export function axe() {
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
    const text = key === "Enter" ? "\r" : key.length === 1 ? key : undefined;
    const windowsVirtualKeyCode = {Enter: 13, Tab: 9}[key]; // what a key does by itself hangs on its code
    await this.send("Input.dispatchKeyEvent", {type: "keyDown", key, text, windowsVirtualKeyCode});
    await this.send("Input.dispatchKeyEvent", {type: "keyUp", key, windowsVirtualKeyCode});
  }
  // Waits until an expression is true; tells whether it became so.
  async until(expression, seconds = 10) {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; await new Promise((r) => setTimeout(r, 50)))
      if (await this.evaluate(expression)) return true;
    return false;
  }
  // What axe-core finds in a colour scheme, as failures in words.
  async audit(source, scheme) {
    await this.send("Emulation.setEmulatedMedia", {features: [{name: "prefers-color-scheme", value: scheme}]});
    await this.evaluate(source);
    const found = await this.evaluate("axe.run().then((r) => ({bad: r.violations.map((v) => v.id + ' ' + v.nodes[0].html), passes: r.passes.length}))");
    console.log(`axe-core ${AXE}, ${scheme}: ${found.bad.length} violations, ${found.passes} rules passed`);
    return [...found.bad, ...(found.passes > 10 ? [] : ["axe did not run"])].map((bad) => `${scheme}: ${bad}`);
  }
  // What the console said and what was asked of any server, as failures in words.
  complaints() {
    const said = this.events.filter((e) => e.method === "Log.entryAdded").map((e) => `the console says: ${e.params.entry.text}`);
    const thrown = this.events.filter((e) => e.method === "Runtime.exceptionThrown").map((e) => `thrown: ${e.params.exceptionDetails.exception?.description}`);
    const asked = this.events.filter((e) => e.method === "Network.requestWillBeSent").map((e) => e.params.request.url)
      .filter((url) => !/^(file|blob|data):/.test(url)).map((url) => `asked the network for ${url}`);
    return [...said, ...thrown, ...asked];
  }
  // As a person closes it: processes that a signal leaves behind would go on writing into the profile.
  async close() {
    const gone = new Promise((r) => this.process.once("exit", r));
    this.session = undefined;
    this.send("Browser.close").catch(() => this.process.kill());
    await gone;
  }
}

// Uses a browser with a folder of its own; afterwards both are gone.
export async function withBrowser(use) {
  const program = chromium();
  const folder = mkdtempSync(join(tmpdir(), "kotext-browser-"));
  const browser = new Browser(program, join(folder, "profile"));
  try {
    await use(browser, folder);
  } finally {
    await browser.close();
    rmSync(folder, {recursive: true, force: true, maxRetries: 5});
  }
}

// Uses a browser, tells what failed, among it what was thrown, and ends the process.
export async function testInBrowser(failures, use) {
  await withBrowser(use).catch((error) => failures.push(error.stack));
  for (const failure of failures) console.error(`failed: ${failure}`);
  process.exit(failures.length > 0 ? 1 : 0);
}
