import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import type { DigitRun } from './digits.ts';
import { allBut, digitRuns, hasDigit, isBirthday, isLuhn, isOrderNumber, plainDigits } from './digits.ts';

export const idNumber: Detector = {
  name: 'id-number',
  about:
    'A person’s number by date and checksum: a Chinese resident identity number of 18 or 15 figures, a Kazakh ИИН of 12',
  secret: { everywhere: true, hidden: (found) => allBut(found, 2, 2) },
  find(subject) {
    if (!hasDigit(subject.words)) return NONE;
    const plain = plainDigits(subject);
    const found: Range[] = [];
    for (const match of plain.matchAll(RESIDENT))
      if (isResident(match[0].replaceAll(' ', '').toUpperCase()) && !isOrderNumber(plain, match.index))
        found.push({ start: match.index, end: match.index + match[0].length });
    for (const run of digitRuns(subject, 12))
      if ((isOldResident(run, plain) || isPersonal(run, plain)) && !isOrderNumber(plain, run.start))
        found.push({ start: run.start, end: run.end });
    return found.sort((a, b) => a.start - b.start);
  },
};

const NONE: readonly Range[] = [];

/** Region, birthday, sequence, check; in one piece or with a blank around the birthday. */
const RESIDENT = /(?<![\p{Script=Latin}\p{N}])[1-9]\d{5} ?(?:19|20)\d{6} ?\d{3}[\dXx](?![\p{Script=Latin}\p{N}])/gu;

/** Provinces, regions and, for residents of them, Taiwan, Hong Kong and Macao. */
const REGIONS = new Set(
  [
    [11, 15],
    [21, 23],
    [31, 37],
    [41, 46],
    [50, 54],
    [61, 65],
    [71, 71],
    [81, 83],
  ].flatMap(([first, last]) =>
    Array.from({ length: (last as number) - (first as number) + 1 }, (_, index) => String((first as number) + index)),
  ),
);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function isResident(number: string): boolean {
  if (!REGIONS.has(number.slice(0, 2))) return false;
  if (!isBirthday(number.slice(6, 10), number.slice(10, 12), number.slice(12, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/** The form before 1999 has no check; numbers of devices and cards, which have, are none. */
function isOldResident({ digits, end, start }: DigitRun, plain: string): boolean {
  if (digits.length !== 15 || end - start !== 15 || isLuhn(digits)) return false;
  if (!REGIONS.has(digits.slice(0, 2)) || digits.slice(2, 4) === '00') return false;
  if (!isBirthday(digits.slice(6, 8), digits.slice(8, 10), digits.slice(10, 12))) return false;
  // Without a check, something must say what it is.
  return /身份证|身份證|证件|證件|identity|\bid\b/i.test(plain.slice(Math.max(0, start - 20), start));
}

/** ИИН: birthday, century and sex, sequence, check. A БИН has 4 to 6 where the day is, and is public. */
function isPersonal({ digits, start, end }: DigitRun, plain: string): boolean {
  if (digits.length !== 12 || !/^\d{12}$|^\d{6} \d{6}$|^(?:\d{3} ){3}\d{3}$/.test(plain.slice(start, end)))
    return false;
  if (!isBirthday(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6))) return false;
  if (!'123456'.includes(digits[6] as string)) return false;
  return kazakhCheck(digits) === Number(digits[11]);
}

/** The check of ИИН and БИН; undefined for numbers that are not given out. */
function kazakhCheck(digits: string): number | undefined {
  for (const shift of [0, 2]) {
    let sum = 0;
    for (let at = 0; at < 11; at++) sum += Number(digits[at]) * (((at + shift) % 11) + 1);
    if (sum % 11 < 10) return sum % 11;
  }
  return undefined;
}
