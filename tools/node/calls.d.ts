/** What the calls of both packages take and give: Node's (index.d.ts) and the browser's (tools/wasm/kotext.d.ts). Offsets are UTF-16 code units: what
 * strings are indexed by. */

export type Scheme = 'rr' | 'rr-letter' | 'mr' | 'bgn-dprk' | 'ic' | 'ala-lc' | 'dprk' | 'yale' | 'iso11941-1'
  | 'iso11941-2' | 'ipa' | 'hangul' | 'kontsevich' | 'dprk-2002' | 'respell';
export type Kind = 'auto' | 'word' | 'person' | 'place';
export type Hyphen = 'none' | 'ambiguous' | 'syllable';

export interface RomanizeOptions {
  scheme?: Scheme; kind?: Kind; hyphen?: Hyphen; givenHyphen?: Hyphen; numbered?: 'read' | 'bare';
  case?: 'scheme' | 'lower' | 'upper' | 'title'; numbers?: 'keep' | 'read';
  ascii?: boolean; keepLatin?: boolean; narrow?: boolean;
  /** Foreign names go back to their own letters. */
  foreign?: boolean;
}
export interface PronounceOptions { norm?: 'kr' | 'kp'; phrasing?: 'joined' | 'apart'; numbers?: 'keep' | 'read' }
export interface NormalizeOptions {
  form?: 'nfc' | 'nfd' | 'nfkc' | 'none';
  /** A comma list of steps, or default, all, none. */
  korean?: string;
}
export interface HanjaOptions { kind?: Kind; paren?: boolean }
export interface SpaceOptions { level?: 'normal' | 'cautious' | 'full'; changes?: 'both' | 'add' | 'remove' }
export interface SegmentOptions {
  unit?: 'grapheme' | 'syllable' | 'eojeol' | 'word' | 'sentence' | 'line' | 'morpheme';
  /** Of lines: a Hangul syllable is 2. */
  width?: number;
}
export interface HangulizeOptions { scheme?: Scheme; nbest?: number }
export interface TransliterateOptions { nbest?: number; official?: boolean }
export interface SpellOptions { nbest?: number; kind?: Kind }

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
  korean: string; koreanTitle: string; english: string; englishTitle: string; type: string; evidence: string;
  score: number; koreanLine: number; englishLine: number | null;
  /** Of the names, in their lines. */
  koreanStart: number; koreanEnd: number; englishStart: number | null; englishEnd: number | null;
}
