// What is compared: each system says which schemes it knows and turns lines into lines.
//
// A scheme has kotext's name for it; "std" is Standard Pronunciation in Hangul, "hanja"
// the reading of Hanja. Every package is
// called as its own README says, with the settings that come nearest to the scheme.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const INTERSCRIPT_MAPS = {
    rr: "moct-kor-Hang-Latn-2000",
    mr: "var-kor-Kore-Latn-mr-1939",
    "ala-lc": "alalc-kor-Hang-Latn-1997",
    "bgn-dprk": "bgnpcgn-kor-Hang-Latn-kn-1945",
    "iso11941-1": "iso-kor-Hang-Latn-1996-method1",
    "iso11941-2": "iso-kor-Hang-Latn-1996-method2",
    dprk: "kp-kor-Hang-Latn-2002",
};

/** A package whose schemes are functions from one word to one word; null for a word that it refuses. */
function wordwise(name, version, schemes) {
    const answer = (scheme, word) => {
        try {
            return schemes[scheme](word);
        } catch {
            return null;
        }
    };
    return {
        name,
        version,
        knows: (scheme) => scheme in schemes,
        convert: (scheme, rows) => rows.map((row) => answer(scheme, row.korean)),
    };
}

async function interscript(load) {
    const runtime = load("interscript");
    const schemes = {};
    await runtime.load_map("unicode"); // the map of 2002 wants it and does not say so
    for (const [scheme, map] of Object.entries(INTERSCRIPT_MAPS)) {
        await runtime.load_map(map);
        schemes[scheme] = (word) => runtime.transliterate(map, word);
    }
    return schemes;
}

/** The packages installed in a folder. */
export async function packages(folder) {
    const load = createRequire(path.join(path.resolve(folder), "package.json"));
    const esHangul = load("es-hangul");
    const romanize = load("@romanize/korean").romanize;
    const hangulRomanization = load("hangul-romanization");
    const hanja = load("hanja").default;
    const aromanize = load("aromanize/base"); // the same without changing String.prototype
    const schemes = {
        "es-hangul": { rr: esHangul.romanize, std: (word) => esHangul.standardizePronunciation(word) },
        "@romanize/korean": {
            rr: (word) => romanize(word),
            mr: (word) => romanize(word, { system: "MR" }),
            yale: (word) => romanize(word, { system: "YL" }),
        },
        "hangul-romanization": { rr: (word) => hangulRomanization.convert(word) },
        aromanize: {
            rr: (word) => aromanize.hangulToLatin(word, "rr"),
            "rr-letter": (word) => aromanize.hangulToLatin(word, "rr-translit"),
        },
        hanja: { hanja: (word) => hanja.translate(word, "SUBSTITUTION") },
        interscript: await interscript(load),
    };
    const pinned = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).dependencies;
    return Object.entries(schemes).map(([name, known]) => wordwise(name, pinned[name], known));
}

function kotextLines(command, args, rows) {
    const input = rows.map((row) => row.korean + "\n").join("");
    const output = execFileSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 30 }).split("\n");
    output.pop();
    if (output.length !== rows.length) {
        throw new Error(`kotext ${args.join(" ")}: ${rows.length} lines in, ${output.length} out`);
    }
    return output;
}

/** One run of the command for each kind of row, so that the options fit every line. */
function kotextByKind(command, scheme, rows, kindOf) {
    if (scheme === "std") {
        return kotextLines(command, ["pronounce"], rows);
    }
    if (scheme === "hanja") {
        return kotextLines(command, ["hanja"], rows);
    }
    const results = new Array(rows.length);
    for (const kind of new Set(rows.map(kindOf))) {
        const places = [...rows.keys()].filter((i) => kindOf(rows[i]) === kind);
        const args = ["romanize", "--scheme", scheme, "--kind", kind];
        const lines = kotextLines(command, args, places.map((i) => rows[i]));
        places.forEach((place, i) => (results[place] = lines[i]));
    }
    return results;
}

/** The command as it is, and the command told which rows are places and persons, which no package can be told. */
export function kotext(command, kindOf) {
    if (!existsSync(command)) {
        throw new Error(`no command at ${command}; build it, or give --kotext PATH`);
    }
    const version = execFileSync(command, ["--version"], { encoding: "utf8" }).match(/\d+(\.\d+)+/)?.[0] ?? "";
    return [
        {
            name: "kotext",
            version,
            knows: () => true,
            convert: (scheme, rows) => kotextByKind(command, scheme, rows, () => "auto"),
            starts: true,
        },
        {
            name: "kotext --kind",
            version,
            knows: (scheme) => scheme !== "std" && scheme !== "hanja",
            convert: (scheme, rows) => kotextByKind(command, scheme, rows, kindOf),
            starts: true,
        },
    ];
}
