import type { Detector } from './detector.ts';
import { inReadingOrder, rangesOf } from './detector.ts';

export const phone: Detector = {
  name: 'phone',
  about: 'A number to call: +7 727 000 00 00, 400-000-0000, 555-0100, 热线95500, ext. 12',
  find: ({ folded }) =>
    HAS_DIGITS.test(folded)
      ? inReadingOrder([
          ...rangesOf(INTERNATIONAL, folded),
          ...rangesOf(GROUPED, folded).filter(({ start, end }) => !isDate(folded.slice(start, end))),
          ...rangesOf(MOBILE, folded),
          ...rangesOf(ANNOUNCED, folded),
        ])
      : [],
};

const HAS_DIGITS = /\d{2}/;

/** Groups of digits with one kind of sign or another between them; each alternative is bounded. */
const INTERNATIONAL = /(?<![\p{L}\p{N}.])\+\d{1,3}(?:[ .()-]{0,2}\d{1,5}){1,6}/gu;
const GROUPED =
  /(?<![\p{L}\p{N}.,/-])(?:\(\d{2,4}\) ?|\d{1,4}[ .-])?(?:\(\d{2,4}\) ?)?\d{2,4}[-.]\d{2,4}(?:[-. ]\d{2,4}){0,3}(?![\p{N}/]|[.,]\d)/gu;
/** A Chinese mobile, and Kazakh and Russian numbers that begin with 8 or 7. */
const MOBILE = /(?<![\p{N}.,-])(?:1[3-9]\d{9}|[78]7\d{9}|8800\d{7})(?!\p{N})/gu;
/** A short number counts where the words before it say that it is called. */
const ANNOUNCED =
  /(?<=(?:call|dial|phone|tel|hotline|helpline|number|热线|电话|专线|致电|拨打|телефон|номер|нөмир|номири|тел|колл-центр|ext|extension|转|вн)(?:[.:]|\p{L}{0,6})? ?(?:is|on|at|us|us on|us at|[:：]|是|为)? ?)\d{2,12}(?!\p{N})/gu;

function isDate(written: string): boolean {
  return /^(?:(?:19|20)\d{2}[-. ]\d{1,2}(?:[-. ]\d{1,2})?|\d{1,2}[-.]\d{1,2}[-.](?:19|20)?\d{2}|\d{2}-\d{2})$/.test(
    written,
  );
}
