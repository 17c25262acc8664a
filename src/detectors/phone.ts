import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { hasDigit, isOrderNumber, plainDigits } from './digits.ts';

export const phone: Detector = {
  name: 'phone',
  about: 'A phone number: +7 701 123 45 67, 13800138000, 400-123-4567, (010)62345678, 8 (727) …, (555) 123-4567',
  find(subject) {
    if (!hasDigit(subject.words)) return NONE;
    const plain = plainDigits(subject);
    const found: Range[] = [];
    for (const { index, 0: written } of plain.matchAll(CANDIDATE)) {
      const words = written.replace(/[ (.-]+$/, '');
      const end = index + words.length;
      // The number of a house may stand before it, at the end of the line above: "Abai St 1", "8-800-…".
      const house = HOUSE_NUMBER.exec(words)?.[0].length ?? 0;
      const start = [index, index + house].find((from) =>
        isPhone(words.slice(from - index), plain.slice(Math.max(0, from - LABEL), from)),
      );
      if (start === undefined || isOrderNumber(plain, start)) continue;
      found.push({ start, end });
    }
    return found;
  },
};

const NONE: readonly Range[] = [];
const LABEL = 20;
const HOUSE_NUMBER = /^\d{1,3} (?=[\d+(])/;

/** Digits with what stands between groups of a number. It is no part of a code, a sum or an address. */
const CANDIDATE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_@#$¥€£₸/=]|\p{N}[.:]|(?<!\p{N}{6})\p{N},|[\p{Script=Latin}\p{N}]-)(?:\+ ?|\()?\d[\d ().-]{3,22}(?![\p{Script=Latin}\p{N}_@%°]|[.:/]\d|,\d{3}(?![\d-]))/gu;

/**
 * Forms by country. A full library of numbering plans (libphonenumber) is larger than this program; these are the
 * forms of the languages that are linted, and any number with a + before it.
 */
const FORMS: readonly RegExp[] = [
  // China: mobile, fixed, hotline
  /^(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/,
  /^(?:\+?86[ -]?)?(?:\(0\d{2,3}\) ?|0\d{2,3}[ -])\d{3,4}[ -]?\d{4}(?:-\d{1,5})?$/,
  /^[48]00[ -]?(?:\d{3}[ -]?\d{4}|\d{4}[ -]?\d{3}|\d{2}[ -]\d{5}|\d[ -]\d{3}[ -]\d{3})(?:-\d{1,5})?$/,
  /^0(?:10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/,
  // Hong Kong and Taiwan
  /^\+?852[ -]?\d{4}[ -]?\d{4}$/,
  /^(?:\+?886[ -]?|0)9\d{2}[ -]?\d{3}[ -]?\d{3}$/,
  // Kazakhstan and Russia
  /^(?:\+?7|8)[ -]?\(?[3-9]\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}$/,
  /^(?:\+?7|8)[ -]?\(?7\d{3}\)?[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}$/,
  // North America
  /^(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])\d{3}[ .-]\d{4}$/,
  // Britain, Ireland and others with a trunk 0
  /^0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}$/,
  /^\(0\d{2,4}\) ?\d{3,4}[ -]?\d{3,4}$/,
  /^0(?:800|808|845|870|300|330)[ -]?\d{3}[ -]?\d{3,4}$/,
];

/** Numbers that only a word before them shows to be phones: 95588, 555-0100, 5551234567. */
const SHORT = /^(?:\d{3}[ .-]\d{4}|\d{5,8}(?:-\d{1,5})?|[2-9]\d{9}|\d{3}-\d{2}-\d{2}|\d{2}-\d{2}-\d{2})$/;
const ASKS =
  /(?:拨打|撥打|致电|致電|热线|熱線|电话|電話|手机|手機|专线|call|dial|phone|tel|telephone|hotline|mobile|cell|телефон[\p{L}]*|тел|қоңырау шалыңыз|нөміріне|позвоните|звоните)(?: (?:us|me|number|no|is|at|on|по|нөмірі))*\.?[:： ]*(?:是|为|：)?\s*$/iu;

function isPhone(words: string, before: string): boolean {
  const digits = words.replace(/\D/g, '');
  if (digits.length < 5 || digits.length > 15) return false;
  if (FORMS.some((form) => form.test(words))) return true;
  if (words.startsWith('+')) return digits.length >= 9 && !/[ -]{2}|[.-]\d$/.test(words);
  return SHORT.test(words) && ASKS.test(before);
}
