import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { kotext, packages } from "./systems.mjs";

const HELP = `Compare kotext with the Korean text packages of the npm registry.

  run [--kotext PATH] [--scheme ID] [--place WORDS] [--person WORDS] [--misses N] [ROWS.tsv...]

Rows: korean TAB expected (alternatives divided by |) TAB scheme TAB category. The scheme is one of
kotext's, std for Standard Pronunciation, or hanja for how Hanja are read. Further columns, a header that begins with "korean", and
lines that begin with # are passed over.

  --kotext PATH    the command (default build/release/kotext)
  --scheme ID      only the rows of this scheme
  --place WORDS    categories with one of these words, divided by commas, hold places (default place)
  --person WORDS   and with one of these, persons (default person); places are asked first
  --misses N       list up to N rows that each system has wrong, normalized

Cells are percent of rows right, exact / normalized. Exact: the same letters, whatever the shape of
apostrophes and the Unicode form. Normalized: in lower case, without hyphens and spaces. "kotext"
runs with its defaults, like the packages; "kotext --kind" is told which rows are places and which
persons, as no package can be. A dash: the system does not know the scheme. Rows that a package throws
an error at are wrong, and counted below the table.

Words a second, over the rows again and again: the packages inside a process that is warm; kotext
from its start, through pipes. Words that come again are faster in kotext, which remembers them.
`;

const SECONDS = 0.5;
const WORDS_OF_A_START = 50000; // what a process that must start is given at once

function readRows(file) {
    const lines = readFileSync(file, "utf8").split("\n");
    const rows = [];
    for (const [at, line] of lines.entries()) {
        if (line === "" || line.startsWith("#") || line.startsWith("korean\t")) {
            continue;
        }
        const [korean, expected, scheme, category] = line.replace(/\r$/, "").split("\t");
        if (!korean || !expected || !scheme || !category) {
            throw new Error(`${file}:${at + 1}: four columns wanted: korean, expected, scheme, category`);
        }
        rows.push({ korean, expected: expected.split("|"), scheme, category });
    }
    return rows;
}

const plain = (text) => text.normalize("NFC").replace(/[’ʼ]/g, "'");
const normalized = (text) => plain(text).toLowerCase().replace(/[-\s]/g, "");

function isRight(row, output, form) {
    return row.expected.some((wanted) => form(wanted) === form(output));
}

function groupBy(rows, key) {
    const groups = new Map();
    for (const row of rows) {
        const members = groups.get(key(row)) ?? [];
        members.push(row);
        groups.set(key(row), members);
    }
    return groups;
}

const countWords = (rows) => rows.reduce((sum, row) => sum + row.korean.trim().split(/\s+/).length, 0);

function wordsASecond(system, scheme, rows) {
    const copies = system.starts ? Math.ceil(WORDS_OF_A_START / countWords(rows)) : 1;
    const input = Array.from({ length: copies }, () => rows).flat();
    const start = performance.now();
    let words = 0;
    let seconds = 0;
    while (seconds < SECONDS) {
        system.convert(scheme, input);
        words += countWords(rows) * copies;
        seconds = (performance.now() - start) / 1000;
    }
    return Math.round(words / seconds);
}

function percents(rows, outputs) {
    const share = (form) => (100 * rows.filter((row) => isRight(row, outputs.get(row), form)).length) / rows.length;
    return `${share(plain).toFixed(1)} / ${share(normalized).toFixed(1)}`;
}

/** The lines of the table for one scheme: its categories, all of them, the speed. */
function compareScheme(scheme, rows, systems, misses, refusals) {
    const columns = systems.map((system) => {
        if (!system.knows(scheme)) {
            return null;
        }
        const results = system.convert(scheme, rows); // also warms up what is timed next
        const outputs = new Map(rows.map((row, i) => [row, results[i] ?? ""]));
        const refused = results.filter((result) => result === null).length;
        if (refused > 0) {
            refusals.push(`${system.name} throws an error at ${refused} of ${rows.length} rows of ${scheme}`);
        }
        for (const row of rows.filter((each) => !isRight(each, outputs.get(each), normalized))) {
            misses.push([system.name, scheme, row.category, row.korean, row.expected.join("|"), outputs.get(row)]);
        }
        return { outputs, speed: wordsASecond(system, scheme, rows).toLocaleString("en") };
    });
    const line = (label, count, cell) => [
        `${scheme}: ${label}`,
        String(count),
        ...columns.map((column) => (column ? cell(column) : "-")),
    ];
    const groups = [...groupBy(rows, (row) => row.category)].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
        ...groups.map(([category, members]) => line(category, members.length, (c) => percents(members, c.outputs))),
        line("all", rows.length, (c) => percents(rows, c.outputs)),
        line("words a second", "", (c) => c.speed),
    ];
}

function print(table) {
    const widths = table[0].map((_, column) => Math.max(...table.map((line) => line[column].length)));
    for (const line of table) {
        console.log(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "));
    }
}

function printMisses(misses, most) {
    for (const [system, members] of groupBy(misses, (miss) => miss[0])) {
        console.log(`\n${system}: ${members.length} rows wrong (scheme, category, korean, expected, answer)`);
        members.slice(0, most).forEach((miss) => console.log("  " + miss.slice(1).join("\t")));
    }
}

/** What a category's wording says about its rows. */
function kindFrom(place, person) {
    const has = (row, words) => words.split(",").some((word) => word !== "" && row.category.includes(word));
    return (row) => (has(row, place) ? "place" : has(row, person) ? "person" : "auto");
}

async function main() {
    const text = (value) => ({ type: "string", default: value });
    const { values: options, positionals } = parseArgs({
        allowPositionals: true,
        options: {
            packages: text("."), kotext: text("build/release/kotext"), scheme: text(""), place: text("place"),
            person: text("person"), misses: text("0"), help: { type: "boolean", default: false },
        },
    });
    if (options.help) {
        process.stdout.write(HELP);
        return;
    }
    const files = positionals.length ? positionals : [fileURLToPath(new URL("sample.tsv", import.meta.url))];
    const rows = files.flatMap(readRows).filter((row) => options.scheme === "" || row.scheme === options.scheme);
    if (rows.length === 0) {
        throw new Error("no rows");
    }
    const kindOf = kindFrom(options.place, options.person);
    const systems = [...kotext(options.kotext, kindOf), ...(await packages(options.packages))];
    const misses = [];
    const refusals = [];
    const table = [["scheme: category", "rows", ...systems.map((system) => `${system.name} ${system.version}`)]];
    for (const [scheme, members] of groupBy(rows, (row) => row.scheme)) {
        table.push(...compareScheme(scheme, members, systems, misses, refusals));
    }
    print(table);
    refusals.forEach((refusal) => console.log(refusal));
    if (Number(options.misses) > 0) {
        printMisses(misses, Number(options.misses));
    }
}

main().catch((error) => {
    console.error(`compare: ${error.message}`);
    process.exitCode = 2;
});
