import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { digitRuns } from './digits.ts';

export const businessNumber: Detector = {
  name: 'business-number',
  about: 'The number of a Kazakh organisation (БИН) by month, kind and checksum; it is public',
  find: (subject) => digitRuns(subject, 12).filter(({ digits }) => isBusiness(digits)) as readonly Range[],
};

/** Year and month of registration, kind 4 to 6, a flag 0 to 4, sequence, check. */
function isBusiness(digits: string): boolean {
  if (!/^\d{2}(?:0[1-9]|1[0-2])[4-6][0-4]\d{6}$/.test(digits)) return false;
  return [0, 2].map((shift) => rest(digits, shift)).find((sum) => sum < 10) === Number(digits[11]);
}

function rest(digits: string, shift: number): number {
  let sum = 0;
  for (let at = 0; at < 11; at++) sum += Number(digits[at]) * (((at + shift) % 11) + 1);
  return sum % 11;
}
