import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { allBut, hasDigit, plainDigits } from './digits.ts';

export const iban: Detector = {
  name: 'iban',
  about: 'An international bank account number, by country, length and checksum: KZ86 125K ZT50 0410 0100',
  secret: { everywhere: true, hidden: (found) => allBut(found, 4, 4) },
  find(subject) {
    if (!hasDigit(subject.words)) return [];
    const found: Range[] = [];
    const plain = plainDigits(subject).toUpperCase();
    // A letter that becomes two in capitals (ß) would move what follows.
    if (plain.length !== subject.words.length) return [];
    for (const { index } of plain.matchAll(START)) {
      const length = LENGTHS[plain.slice(index, index + 2)];
      const end = length === undefined ? undefined : endOf(plain, index, length);
      if (end !== undefined && isChecked(plain.slice(index, end).replace(/[ -]/g, '')))
        found.push({ start: index, end });
    }
    return found;
  },
};

const START = /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}])[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9]{4})/gu;

/** Where as many letters and figures have passed, with single blanks or hyphens between them. */
function endOf(plain: string, start: number, length: number): number | undefined {
  let seen = 0;
  for (let at = start; at < plain.length; at++) {
    const sign = plain[at] as string;
    if (/[A-Z0-9]/.test(sign)) seen++;
    else if ((sign !== ' ' && sign !== '-') || !/[A-Z0-9]/.test(plain[at - 1] ?? '')) return undefined;
    if (seen === length)
      return /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(plain[at + 1] ?? '') ? undefined : at + 1;
  }
  return undefined;
}

/** The first four signs moved to the end, letters from A = 10: the rest by 97 is 1. */
function isChecked(account: string): boolean {
  let rest = 0;
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Signs by country, from the registry of SWIFT. */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};
