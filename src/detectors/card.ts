import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import type { DigitRun } from './digits.ts';
import { allBut, digitRuns, groupsOf, isLuhn, isOrderNumber, plainDigits } from './digits.ts';

export const card: Detector = {
  name: 'card',
  about: 'The full number of a payment card, by issuer, length and checksum: 4111 1111 1111 1111, 6222-0210-…',
  secret: { everywhere: true, hidden: (found) => allBut(found, 4, 4) },
  find(subject) {
    const runs = digitRuns(subject, SHORTEST);
    if (runs.length === 0) return NONE;
    const plain = plainDigits(subject);
    return runs.flatMap((run) => cardsIn(plain, run));
  },
};

const NONE: readonly Range[] = [];
const SHORTEST = 14;
const LONGEST = 19;

function cardsIn(plain: string, run: DigitRun): readonly Range[] {
  if (isOrderNumber(plain, run.start)) return NONE;
  const found: Range[] = [];
  for (const group of groupsOf(plain, run, SHORTEST, LONGEST)) {
    if (group.start < (found.at(-1)?.end ?? 0)) continue;
    if (isGrouped(plain.slice(group.start, group.end)) && isIssued(group.digits) && isLuhn(group.digits))
      found.push({ start: group.start, end: group.end });
  }
  return found;
}

/** In one piece, or in groups as cards are printed and typed: fours, 4-6-5, 4-6-4, 6 and the rest. */
function isGrouped(written: string): boolean {
  return /^\d+$|^\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,4})?$|^\d{4}[ -]\d{6}[ -]\d{4,5}$|^\d{6}[ -]\d{10,13}$/.test(
    written,
  );
}

/** Lengths by the first figures: Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay, Mir, Maestro. */
const ISSUERS: readonly (readonly [prefix: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:30[0-5]|3095|36|3[89])/, [14, 16]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 19]],
  [/^(?:62|81)/, [16, 17, 18, 19]],
  [/^9558/, [19]],
  [/^220[0-4]/, [16, 19]],
  [/^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, [16, 18, 19]],
];

function isIssued(digits: string): boolean {
  // 0000 0000 … and 4444 4444 … stand for a number.
  if (/^(\d)\1+$/.test(digits)) return false;
  return ISSUERS.some(([prefix, lengths]) => lengths.includes(digits.length) && prefix.test(digits));
}
