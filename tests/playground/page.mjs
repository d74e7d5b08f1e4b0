#!/usr/bin/env node
// Opens the playground as a file in headless Chromium and uses it by keys: letters and their rules, spellings, linked names, normalization,
// both languages, texts that are too long or ill-formed; axe-core must find nothing, in light and in dark; nothing may be asked of a network.
//
// usage: page.mjs INDEX.html      exit 77: something is missing
import {resolve} from "node:path";
import {axe, testInBrowser} from "../support/browser.mjs";

const page = resolve(process.argv[2]);
const failures = [];
const check = (fine, what) => { if (!fine) failures.push(what); };
const text = (id) => `document.getElementById("${id}").textContent`;

async function type(b, id, value) {
  await b.evaluate(`document.getElementById("${id}").focus(); document.getElementById("${id}").select()`);
  if (value === "") await b.key("Delete");
  await b.send("Input.insertText", {text: value});
}

async function tab(b, times = 1) {
  for (let i = 0; i < times; i++) await b.key("Tab");
  return b.evaluate('document.activeElement.textContent || document.activeElement.id');
}

async function letters(b) {
  await type(b, "korean", "독립문에 갔다");
  check(await b.until(`${text("rows")}.includes("Dongnimmune gatda")`), "the Revised Romanization is shown");
  for (const written of ["동님무네 갇따", "Tongnimmune katta", "Toklipmun", "Тоннимму"])
    check((await b.evaluate(text("rows"))).includes(written), `shown: ${written}`);
  check(await b.evaluate('document.querySelectorAll("#rows tr").length === kotext.schemes.length'), "every scheme has a row");
  const said = () => b.evaluate(text("reason-text"));
  await b.evaluate('document.getElementById("kind").focus()');
  check(await tab(b) !== "kind", "Tab leaves the fields");
  while (await b.evaluate('!document.activeElement.classList.contains("piece")')) await b.key("Tab");
  check((await said()).includes("Standard Pronunciation"), `the first letter's rule: ${await said()}`);
  await b.key("ArrowDown");
  check(/독 → Dong \(Revised Romanization\)/.test(await said()), `a row below: ${await said()}`);
  await b.key("ArrowRight");
  check(/립 → nim/.test(await said()) && /닙문 → 님문/.test(await said()) && /18/.test(await said()), `a letter on: ${await said()}`);
  check(await b.evaluate('document.querySelectorAll(".piece.same").length') >= 15, "the same syllable is marked in every row");
  await b.key("End");
  check(/다 → da/.test(await said()) && /letters/.test(await said()), `the last letter: ${await said()}`);
  const stops = await b.evaluate('[...document.querySelectorAll(".row")].every((r) => r.querySelectorAll("[tabindex=\\"0\\"]").length === 1)');
  check(stops, "each row is one stop of the Tab key");
  await b.evaluate('document.getElementById("kind").value = "place"; document.getElementById("kind").dispatchEvent(new Event("input", {bubbles: true}))');
  await type(b, "korean", "독립문");
  check(await b.until(`${text("rows")}.includes("Dongnimmun")`), "the kind is heeded");
}

async function spellings(b) {
  await type(b, "name", "정동영");
  check(await b.until(`${text("spellings")}.includes("Chung Dong-young")`), "spellings of a name");
}

async function links(b) {
  await type(b, "pair-ko", "조명균 장관은 개성에 갔다. 그는 웃었다.\n🙂 문 대통령이 왔다.");
  await type(b, "pair-en", "🙂 Minister Cho Myoung-gyon went to Kaesong. He laughed. President Moon came.");
  const marked = (side) => `[...document.querySelectorAll("#side-${side} .name")].map((n) => n.textContent).join()`;
  check(await b.until(`${marked("ko")} === "조명균1,개성2,문3"`), `marked: ${await b.evaluate(marked("ko"))}`);
  check(await b.evaluate(marked("en")) === "Cho Myoung-gyon1,Kaesong2,Moon3", `marked: ${await b.evaluate(marked("en"))}`);
  check((await b.evaluate(text("links"))).includes("President Moon"), "the title is in the table");
  await tab(b);
  check(/조명균 = Cho Myoung-gyon .*(person|사람)/.test(await b.evaluate(text("told"))), `told: ${await b.evaluate(text("told"))}`);
  await b.key("ArrowRight");
  await b.key("Enter");
  check(await b.evaluate("document.activeElement.parentElement.id + document.activeElement.textContent") === "side-enKaesong2", "Enter goes to the English name");
}

async function normalization(b) {
  await type(b, "raw", "ㅎㅏㄴ글 ＡＢＣ");
  check(await b.until(`${text("tidied")} === "한글 ABC"`), "normalized");
}

async function languages(b) {
  await b.evaluate('document.querySelector("#languages [value=ko]").click()');
  check(await b.evaluate(`document.documentElement.lang + ${text("letters-title")}`) === "ko글자와 까닭", "the page speaks Korean");
  check((await b.evaluate(text("rows"))).includes("국어의 로마자 표기법"), "and names the schemes in Korean");
  await b.evaluate('document.querySelector("#languages [value=en]").click()');
  check(await b.evaluate(text("letters-title")) === "Letters and reasons", "and English again");
}

async function misuse(b) {
  await type(b, "korean", "가".repeat(401));
  check(await b.until(`${text("korean-error")}.includes("at most 400")`), "a text that is too long is refused in words");
  check(await b.evaluate('document.getElementById("korean").getAttribute("aria-invalid")') === "true", "and the field says so");
  await type(b, "korean", "");
  check(await b.until(`${text("korean-error")} === "" && document.querySelectorAll(".piece").length === 0`), "an empty text is fine");
  await b.evaluate('document.getElementById("korean").value = "한\\ud800글<script>"; document.getElementById("korean").dispatchEvent(new Event("input", {bubbles: true}))');
  check(await b.until('document.querySelectorAll(".piece").length > 0'), "a lone surrogate and markup are text");
  check(await b.evaluate("try { kotext.romanize(5) } catch (e) { e.name }") === "TypeError", "wrong types throw");
  await b.evaluate("kotext.close()");
  await type(b, "korean", "서울");
  check(await b.until(`${text("korean-error")}.includes("started again")`), "an engine that is gone is made anew");
  await type(b, "korean", "서울역");
  check(await b.until(`${text("korean-error")} === "" && ${text("rows")}.includes("Seoul")`), "and goes on");
}

// The page's own policy stops what a script might try; the console tells, so this comes last.
async function closed(b) {
  const refused = await b.evaluate(`new Promise((resolve) => {
    const seen = [];
    document.addEventListener("securitypolicyviolation", (e) => { seen.push(e.effectiveDirective); if (seen.length === 3) resolve(seen.sort().join()); });
    setTimeout(() => resolve("only " + seen), 5000);
    fetch("http://127.0.0.1:9/").catch(() => {});
    document.body.append(Object.assign(new Image(), {src: "http://127.0.0.1:9/x.png"}), Object.assign(document.createElement("script"), {textContent: "1"}));
  })`);
  check(refused === "connect-src,img-src,script-src-elem", `refused by the policy: ${refused}`);
}

const source = axe();
await testInBrowser(failures, async (b) => {
  await b.open(`file://${page}`);
  check(await b.until('!document.querySelector("main").hidden', 30), `started: ${await b.evaluate(text("status"))}`);
  for (const part of [letters, spellings, links, normalization, languages]) await part(b);
  for (const scheme of ["light", "dark"]) failures.push(...await b.audit(source, scheme));
  await misuse(b);
  failures.push(...b.complaints());
  await closed(b);
});
