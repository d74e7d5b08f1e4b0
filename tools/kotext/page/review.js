"use strict";
(() => {
  const rows = [...document.querySelectorAll("#links tbody tr")];
  const told = document.getElementById("told");
  const names = (i) => document.querySelectorAll('.name[data-l="' + i + '"]');
  let current = -1;

  function tell(i) {
    const d = rows[i].dataset;
    const sure = d.evidence === "none" ? "no partner found" : Math.round(d.score * 100) + "% sure, by " + d.evidence;
    told.textContent = d.korean + " = " + (rows[i].querySelector("input").value || "-") + " (" + d.type + "): " + sure +
      (d.state ? ", " + d.state : "");
  }
  function select(i, focus) {
    if (i < 0 || i >= rows.length) return;
    if (current >= 0) names(current).forEach((n) => n.classList.remove("current"));
    current = i;
    names(i).forEach((n) => n.classList.add("current"));
    if (focus) {
      const first = names(i)[0];
      if (first) { first.focus(); first.scrollIntoView({ block: "nearest" }); }
    }
    tell(i);
  }
  function judge(i, state) {
    if (i < 0) return;
    const row = rows[i];
    row.dataset.state = row.dataset.state === state ? "" : state;
    row.querySelectorAll(".act").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.do === row.dataset.state)));
    names(i).forEach((n) => n.classList.toggle("rejected", row.dataset.state === "rejected"));
    tell(i);
  }
  function escaped(text) {
    if (text === "") return "-";
    const out = text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\r?\n/g, "\\n");
    return out === "-" ? "\\-" : out;
  }
  function glossary() {
    const status = { accepted: "preferred", rejected: "forbidden" };
    const rank = { "-": 0, preferred: 1, forbidden: 2 };
    const sum = new Map();
    for (const row of rows) {
      const english = row.querySelector("input").value.trim();
      if (english === "") continue;
      const key = [row.dataset.korean, english, row.dataset.type].map(escaped).join("\t");
      const edited = english !== row.dataset.english && row.dataset.state !== "rejected";
      const now = edited ? "preferred" : status[row.dataset.state] || "-";
      const old = sum.get(key) || { count: 0, score: 0, status: "-" };
      sum.set(key, { count: old.count + 1, score: Math.max(old.score, Number(row.dataset.score)),
        status: rank[now] > rank[old.status] ? now : old.status });
    }
    const lines = [...sum].map(([key, v]) => key + "\t" + v.count + "\t" + v.score.toFixed(2) + "\t" + v.status);
    return "korean\tenglish\ttype\tcount\tscore\tstatus\n" + lines.join("\n") + (lines.length ? "\n" : "");
  }
  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([glossary()], { type: "text/tab-separated-values" }));
    link.download = "glossary.tsv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  for (const event of ["mouseover", "focusin"])
    document.addEventListener(event, (e) => {
      const name = e.target.closest(".name");
      const row = e.target.closest("#links tbody tr");
      if (name) select(Number(name.dataset.l), false);
      else if (row) select(rows.indexOf(row), false);
    });
  document.addEventListener("click", (e) => {
    const name = e.target.closest(".name");
    const act = e.target.closest(".act");
    if (name) select(Number(name.dataset.l), true);
    if (act && act.id === "export") save();
    else if (act) judge(rows.indexOf(act.closest("tr")), act.dataset.do);
  });
  document.addEventListener("input", () => { if (current >= 0) tell(current); });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const typing = e.target.tagName === "INPUT";
    if (typing && e.key !== "Escape" && e.key !== "Enter") return;
    const keys = {
      j: () => select(current + 1, true), k: () => select(current - 1, true),
      a: () => judge(current, "accepted"), r: () => judge(current, "rejected"),
      e: () => current >= 0 && rows[current].querySelector("input").focus(),
      x: save, Escape: () => typing && select(current, true), Enter: () => typing && select(current, true),
    };
    if (e.key === "Enter" && !typing) return;
    if (!Object.hasOwn(keys, e.key)) return;
    e.preventDefault();
    keys[e.key]();
  });
  window.kotextGlossary = glossary;
})();
