import { HAN_PAIRS } from './han-pairs.ts';

/**
 * What a phrase may differ in from the words it matches. Folding maps one UTF-16 unit to one unit, so
 * positions stay. `case` keeps letter case (width, script and Kazakh letters still fold), `script` keeps
 * traditional characters and Kazakh letters (case and width still fold), `both` keeps all but width.
 */
export type Exactness = 'none' | 'case' | 'script' | 'both';

/** Which units count as which others. */
export class Folding {
  /** The folded unit of each that changes; 0 for the many that stay. */
  readonly #table = new Uint16Array(0x10000);
  /** The units that change. */
  readonly changed: number[] = [];

  unit(unit: number): number {
    return (this.#table[unit] as number) || unit;
  }

  words(words: string): string {
    let folded = '';
    for (let at = 0; at < words.length; at++) folded += String.fromCharCode(this.unit(words.charCodeAt(at)));
    return folded;
  }

  /** A later change of the same unit replaces the earlier. */
  set(unit: number, folded: number): void {
    if (unit === folded) return;
    if (this.#table[unit] === 0) this.changed.push(unit);
    this.#table[unit] = folded;
  }
}

/** The folding for phrases that ask for this exactness. Made once each. */
export function foldingFor(exactness: Exactness): Folding {
  let folding = foldings.get(exactness);
  if (folding === undefined) {
    folding = makeFolding(exactness);
    foldings.set(exactness, folding);
  }
  return folding;
}

const foldings = new Map<Exactness, Folding>();

function makeFolding(exactness: Exactness): Folding {
  const folding = new Folding();
  for (const blank of BLANKS) folding.set(blank.charCodeAt(0), SPACE);
  for (const [plain, variants] of PUNCTUATION) for (const variant of variants) setAll(folding, variant, plain);
  const keepsCase = exactness === 'case' || exactness === 'both';
  if (!keepsCase) foldCase(folding);
  if (exactness !== 'script' && exactness !== 'both') foldScript(folding, keepsCase);
  // Full-width forms last: they fold to whatever their plain form folds to.
  for (let unit = 0xff01; unit <= 0xff5e; unit++) folding.set(unit, folding.unit(unit - 0xfee0));
  return folding;
}

function foldCase(folding: Folding): void {
  for (const [first, last] of CASED) {
    for (let unit = first; unit <= last; unit++) {
      const lower = String.fromCharCode(unit).toLowerCase();
      if (lower.length === 1) folding.set(unit, lower.charCodeAt(0));
    }
  }
}

function foldScript(folding: Folding, keepsCase: boolean): void {
  for (let at = 0; at < HAN_PAIRS.length; at += 2) folding.set(HAN_PAIRS.charCodeAt(at), HAN_PAIRS.charCodeAt(at + 1));
  for (const [typed, letters] of KAZAKH_LETTERS) {
    for (const letter of letters) {
      setAll(folding, letter, typed);
      setAll(folding, letter.toUpperCase(), keepsCase ? typed.toUpperCase() : typed);
    }
  }
}

function setAll(folding: Folding, from: string, to: string): void {
  folding.set(from.charCodeAt(0), to.charCodeAt(0));
}

const SPACE = 0x20;

/** White space that a phrase's space matches; runs are collapsed before (see subject.ts). */
const BLANKS =
  '\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000';

const PUNCTUATION: readonly (readonly [string, string])[] = [
  ["'", '\u2018\u2019\u201b\u2032\u02b9\u02bc\u00b4`\uff40'],
  ['"', '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\u300e\u300f'],
  ['-', '\u2010\u2011\u2012\u2013\u2014\u2015\u2212'],
];

/** The ranges that hold letters with case in the scripts of support teams: Latin, Greek, Cyrillic. */
const CASED: readonly (readonly [number, number])[] = [
  [0x41, 0x5a],
  [0xc0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x52f],
  [0x1e00, 0x1eff],
];

/**
 * People write Kazakh on Russian keyboards: "Рахмет сизге" is "Рақмет сізге". Older keyboards have a Latin ə for
 * the letter ә.
 */
const KAZAKH_LETTERS: readonly (readonly [string, string])[] = [
  ['а', 'ә\u0259'],
  ['г', 'ғ'],
  ['к', 'қ'],
  ['н', 'ң'],
  ['о', 'ө'],
  ['у', 'ұү'],
  ['х', 'һ'],
  ['и', 'і'],
  ['е', 'ё'],
];
