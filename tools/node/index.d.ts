/** Korean and English text that agree. Offsets are UTF-16 code units: what strings are indexed by. */

import type { Scheme, RomanizeOptions, PronounceOptions, NormalizeOptions, HanjaOptions, SpaceOptions, SegmentOptions, HangulizeOptions,
  TransliterateOptions, SpellOptions, Explanation, Form, Mention, Eojeol, Link } from './calls.js';
export * from './calls.js';

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
