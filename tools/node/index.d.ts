/** Korean and English text that agree. Offsets are UTF-16 code units: what strings are indexed by. */

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

/** What all() can do with many texts, and what it gives for each. */
export interface Bulk {
  romanize: [RomanizeOptions, string]; explain: [RomanizeOptions, Explanation]; pronounce: [PronounceOptions, string]; normalize: [NormalizeOptions, string];
  hanja: [HanjaOptions, string]; space: [SpaceOptions, string]; slug: [Record<string, never>, string];
  segment: [SegmentOptions, string[]]; hangulize: [HangulizeOptions, string[]];
  transliterate: [TransliterateOptions, Form[]]; spell: [SpellOptions, Form[]];
  findNames: [Record<string, never>, Mention[]]; analyze: [Record<string, never>, Eojeol[]];
}

export class Engine {
  /** userDict: lines of korean TAB english TAB PER|LOC|ORG. */
  constructor(options?: { userDict?: string; dictionaries?: boolean });
  /** Later calls throw; bulk work under way ends well. */
  close(): void;
  romanize(text: string, options?: RomanizeOptions): string;
  /** A romanization with the rule behind each piece; of scheme 'hangul', a pronunciation. */
  explain(text: string, options?: RomanizeOptions): Explanation;
  pronounce(text: string, options?: PronounceOptions): string;
  normalize(text: string, options?: NormalizeOptions): string;
  hanja(text: string, options?: HanjaOptions): string;
  space(text: string, options?: SpaceOptions): string;
  slug(text: string): string;
  /** The form of a particle (은/는) that agrees with a word. */
  josa(word: string, josa: string): string;
  /** 0 to 1: a Hangul and a Latin form name the same. */
  match(hangul: string, latin: string): number;
  segment(text: string, options?: SegmentOptions): string[];
  hangulize(text: string, options?: HangulizeOptions): string[];
  transliterate(text: string, options?: TransliterateOptions): Form[];
  spell(name: string, options?: SpellOptions): Form[];
  findNames(text: string): Mention[];
  analyze(text: string): Eojeol[];
  /** Two texts are documents, two arrays parallel lines. */
  align(korean: string | string[], english: string | string[], options?: { pairing?: 'parallel' | 'document' }): Link[];
  /** Many texts, on the thread pool: all('romanize', texts, {scheme: 'mr'}). */
  all<Name extends keyof Bulk>(name: Name, texts: string[], options?: Bulk[Name][0]): Promise<Bulk[Name][1][]>;
}

export const schemes: Scheme[];
export const romanize: Engine['romanize'];
export const explain: Engine['explain'];
export const pronounce: Engine['pronounce'];
export const normalize: Engine['normalize'];
export const hanja: Engine['hanja'];
export const space: Engine['space'];
export const slug: Engine['slug'];
export const josa: Engine['josa'];
export const match: Engine['match'];
export const segment: Engine['segment'];
export const hangulize: Engine['hangulize'];
export const transliterate: Engine['transliterate'];
export const spell: Engine['spell'];
export const findNames: Engine['findNames'];
export const analyze: Engine['analyze'];
export const align: Engine['align'];
export const all: Engine['all'];
