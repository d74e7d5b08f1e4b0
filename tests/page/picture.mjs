#!/usr/bin/env node
// Takes the README's picture: the page of `kotext align --html` for the bundled sample, one name chosen by the keys. Needs node, Chromium and a
// Korean font (Debian: fonts-nanum).
//
// usage: tests/page/picture.mjs build/release/kotext docs/align-page.png
import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {withBrowser} from "../support/browser.mjs";

const [kotext, out] = process.argv.slice(2);
const samples = join(dirname(fileURLToPath(import.meta.url)), "../../docs/samples");
await withBrowser(async (b, folder) => {
  const page = join(folder, "page.html");
  spawnSync(kotext, ["align", "--html", join(samples, "liaison-office.ko.txt"), join(samples, "liaison-office.en.txt"), "-o", page], {stdio: "inherit"});
  await b.open(`file://${page}`);
  await b.send("Emulation.setDeviceMetricsOverride", {width: 880, height: 620, deviceScaleFactor: 1, mobile: false});
  for (const key of "jjjjj") await b.key(key);
  const {data} = await b.send("Page.captureScreenshot", {format: "png"});
  writeFileSync(out, Buffer.from(data, "base64"));
});
