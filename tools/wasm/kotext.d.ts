/** libkotext as WebAssembly. Offsets are UTF-16 code units: what strings are indexed by. No call touches the network but load(), and that for
 * the module alone. Errors carry a `code`: NOMEM, ARG, DATA, SYNTAX, UNSUPPORTED ...; CLOSED behind close(); CRASHED where the module stopped,
 * which leaves the page as it is and that engine closed. Wrong types are TypeError, unknown options RangeError. */

export type Scheme = 'rr' | 'rr-letter' | 'mr' | 'bgn-dprk' | 'ic' | 'ala-lc' | 'dprk' | 'yale' | 'iso11941-1'
  | 'iso11941-2' | 'ipa' | 'hangul' | 'kontsevich' | 'dprk-2002' | 'respell';
export type Kind = 'auto' | 'word' | 'person' | 'place';
export type Hyphen = 'none' | 'ambiguous' | 'syllable';

export interface RomanizeOptions {
  scheme?: Scheme; kind?: Kind; hyphen?: Hyphen; givenHyphen?: Hyphen; numbered?: 'read' | 'bare';
  case?: 'scheme' | 'lower' | 'upper' | 'title'; numbers?: 'keep' | 'read';
  ascii?: boolean; keepLatin?: boolean; narrow?: boolean; foreign?: boolean;
}
export interface PronounceOptions { norm?: 'kr' | 'kp'; phrasing?: 'joined' | 'apart'; numbers?: 'keep' | 'read' }
export interface NormalizeOptions {
  form?: 'nfc' | 'nfd' | 'nfkc' | 'none';
  /** A comma list of steps, or default, all, none. */
  korean?: string;
}
export interface SegmentOptions {
  /** Words and sentences are UNSUPPORTED here: Intl.Segmenter has them. */
  unit?: 'grapheme' | 'syllable' | 'eojeol' | 'line' | 'morpheme';
  width?: number;
}
/** A piece of the text and what it became; `standard` and the rest are missing where it was copied. */
export interface Piece { start: number; end: number; text: string; at: number; standard?: string; article?: string; summary?: string }
/** One change on the way, with the article that asks for it. */
export interface Step { start: number; end: number; before: string; after: string; standard: string; article: string; summary: string }
/** Pieces tile both texts: `start` and `end` count in the one given, `at` in the one returned. */
export interface Explanation { text: string; pieces: Piece[]; steps: Step[] }
export interface Form { text: string; probability: number; label: string }
export interface Mention { text: string; type: 'PER' | 'LOC' | 'ORG' | 'OTHER'; start: number; end: number; confidence: number }
export interface Morpheme { form: string; tag: string; start: number; end: number }
export interface Eojeol {
  text: string; stem: string; josa: string; kind: 'nominal' | 'predicate' | 'other';
  start: number; end: number; morphemes: Morpheme[];
}
export interface Link {
  korean: string; koreanTitle: string; english: string; englishTitle: string; type: string; evidence: string; score: number;
  koreanLine: number; koreanStart: number; koreanEnd: number;
  /** null where no English form was found. */
  englishLine: number | null; englishStart: number | null; englishEnd: number | null;
}

export interface Engine {
  romanize(text: string, options?: RomanizeOptions): string;
  /** A romanization with the rule behind each piece; of scheme 'hangul', a pronunciation. */
  explain(text: string, options?: RomanizeOptions): Explanation;
  pronounce(text: string, options?: PronounceOptions): string;
  normalize(text: string, options?: NormalizeOptions): string;
  hanja(text: string, options?: { kind?: Kind; paren?: boolean }): string;
  space(text: string, options?: { level?: 'normal' | 'cautious' | 'full'; changes?: 'both' | 'add' | 'remove' }): string;
  slug(text: string): string;
  /** The form of a particle (은/는) that agrees with a word. */
  josa(word: string, josa: string): string;
  /** 0 to 1: a Hangul and a Latin form name the same. */
  match(hangul: string, latin: string): number;
  segment(text: string, options?: SegmentOptions): string[];
  hangulize(text: string, options?: { scheme?: Scheme; nbest?: number }): string[];
  spell(name: string, options?: { nbest?: number; kind?: Kind }): Form[];
  findNames(text: string): Mention[];
  analyze(text: string): Eojeol[];
  /** Two texts are documents, whose lines are paired; two arrays are parallel lines. */
  align(korean: string | string[], english: string | string[], options?: { pairing?: 'parallel' | 'document' }): Link[];
  /** What data is inside. */
  readonly about: string;
  readonly schemes: Scheme[];
  /** Later calls throw. */
  close(): void;
}

/** An engine with memory of its own. `source` is the module: its address, bytes, a Response or a compiled module, which may serve many engines;
 * by default kotext.wasm beside this file. `userDict` is lines of korean TAB english TAB PER|LOC|ORG. */
export function load(source?: string | URL | Response | BufferSource | WebAssembly.Module,
  options?: { userDict?: string; dictionaries?: boolean }): Promise<Engine>;
