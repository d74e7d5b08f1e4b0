/** libkotext as WebAssembly. Offsets are UTF-16 code units: what strings are indexed by. No call touches the network but load(), and that for
 * the module alone. Errors carry a `code`: NOMEM, ARG, DATA, SYNTAX, UNSUPPORTED ...; CLOSED behind close(); CRASHED where the module stopped,
 * which leaves the page as it is and that engine closed. Wrong types are TypeError, unknown options RangeError. */

import type { Scheme, RomanizeOptions, PronounceOptions, NormalizeOptions, HanjaOptions, SpaceOptions, SegmentOptions as AllUnits,
  HangulizeOptions, SpellOptions, Explanation, Form, Mention, Eojeol, Link } from './calls.js';
export * from './calls.js';

/** Words and sentences are UNSUPPORTED here: Intl.Segmenter has them. */
export type SegmentOptions = AllUnits & { unit?: Exclude<AllUnits['unit'], 'word' | 'sentence'> };

export interface Engine {
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
  spell(name: string, options?: SpellOptions): Form[];
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
