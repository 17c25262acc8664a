import { HAN_PAIRS } from './han-pairs.ts';

/**
 * What a phrase may differ in from the words it matches. Folding maps one UTF-16 unit to one unit, so
 * positions stay. `case` keeps letter case (width, script and Kazakh letters still fold), `script` keeps
 * traditional characters and Kazakh letters (case and width still fold), `both` keeps all but width.
 */
export type Exactness = 'none' | 'case' | 'script' | 'both';

/** A table from UTF-16 unit to the unit that stands for it. */
export type FoldTable = Uint16Array;

/** The table for phrases that ask for this exactness. Made once each. */
export function foldTable(exactness: Exactness): FoldTable {
  const made = tables.get(exactness);
  if (made !== undefined) return made;
  const table = makeTable(exactness);
  tables.set(exactness, table);
  return table;
}

export function fold(words: string, table: FoldTable): string {
  let folded = '';
  for (let at = 0; at < words.length; at++) folded += String.fromCharCode(table[words.charCodeAt(at)] as number);
  return folded;
}

const tables = new Map<Exactness, FoldTable>();

function makeTable(exactness: Exactness): FoldTable {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = unit;
  for (const blank of BLANKS) table[blank.charCodeAt(0)] = SPACE;
  for (const [plain, variants] of PUNCTUATION) for (const variant of variants) setAll(table, variant, plain);
  if (exactness !== 'case' && exactness !== 'both') {
    for (const [first, last] of CASED) {
      for (let unit = first; unit <= last; unit++) {
        const lower = String.fromCharCode(unit).toLowerCase();
        if (lower.length === 1) table[unit] = lower.charCodeAt(0);
      }
    }
  }
  if (exactness !== 'script' && exactness !== 'both') {
    for (let at = 0; at < HAN_PAIRS.length; at += 2) table[HAN_PAIRS.charCodeAt(at)] = HAN_PAIRS.charCodeAt(at + 1);
    for (const [typed, letters] of KAZAKH_LETTERS) {
      for (const letter of letters) {
        setAll(table, letter, typed);
        const upper = letter.toUpperCase();
        setAll(table, upper, exactness === 'case' ? typed.toUpperCase() : typed);
      }
    }
  }
  // Full-width forms last: they fold to whatever their plain form folds to.
  for (let unit = 0xff01; unit <= 0xff5e; unit++) table[unit] = table[unit - 0xfee0] as number;
  return table;
}

function setAll(table: FoldTable, from: string, to: string): void {
  table[from.charCodeAt(0)] = to.charCodeAt(0);
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
