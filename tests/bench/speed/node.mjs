// One npm package over the lines of a text; prints milliseconds a round, after one to warm up.
//   node node.mjs FOLDER PACKAGE TEXT ROUNDS
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, name, file, rounds] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(folder), "package.json"));
const makers = {
    "es-hangul": () => load("es-hangul").romanize,
    "@romanize/korean": () => load("@romanize/korean").romanize,
    "hangul-romanization": () => load("hangul-romanization").convert,
    "any-ascii": () => load("any-ascii").default ?? load("any-ascii"),
    hanja: () => (line) => load("hanja").default.translate(line, "SUBSTITUTION"),
};
const convert = makers[name]();
const lines = readFileSync(file, "utf8").split("\n");

function once() {
    const start = process.cpuUsage();
    let sum = 0;
    for (const line of lines) {
        try {
            sum += convert(line).length;
        } catch {
            sum += line.length; // a line that the package refuses
        }
    }
    const { user, system } = process.cpuUsage(start); // of the processor: others may be busy
    return [(user + system) / 1000, sum];
}

once();
for (let i = 0; i < Number(rounds); i++) {
    console.log(once()[0]);
}
