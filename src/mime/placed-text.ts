import type { Edit, Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { Range, Span } from '../core/span.ts';
import { joinTouching } from '../core/span.ts';
import { CUT_PAIR, hasLoneHalf, isInsidePair } from '../core/surrogates.ts';
import type { Text } from '../core/text.ts';

/** The place of each unit of some words in the file. */
export interface Placed {
  startOf(unit: number): number;
  endOf(unit: number): number;
  /** False where the unit stands in a coded group with others, of which none can be shown by itself. */
  isExact(unit: number): boolean;
  /** Where the words end in the file. */
  readonly end: number;
}

/** A text whose units can be looked up by their places, for lines that are shown as they read. */
export interface PlacedText extends Text {
  readonly placed: () => Placed;
}

/** Writes words in place of a range, which ends inside no character. */
export type PlacedEdit = (range: Range, words: string) => Edit | Refusal;

export function placedText(words: string, makePlaced: () => Placed, edit: PlacedEdit): PlacedText {
  let made: Placed | undefined;
  const placed = () => {
    made ??= makePlaced();
    return made;
  };
  return {
    words,
    placed,
    locate({ start, end }) {
      const places = placed();
      if (start >= end) {
        const at = start < words.length ? places.startOf(start) : places.end;
        return { spans: [{ start: at, end: at }], exact: true };
      }
      const spans: Span[] = [];
      let exact = true;
      for (let unit = start; unit < end; unit++) {
        const span = { start: places.startOf(unit), end: places.endOf(unit) };
        exact &&= places.isExact(unit);
        const last = spans.at(-1);
        // The other half of a character, or the next one of a group.
        if (last?.start === span.start && last.end === span.end) continue;
        if (last !== undefined && last.end === span.start)
          spans[spans.length - 1] = { start: last.start, end: span.end };
        else spans.push(span);
      }
      return { spans: joinTouching(spans), exact };
    },
    edit(range, replacement) {
      if (isInsidePair(words, range.start) || isInsidePair(words, range.end)) return refusal(CUT_PAIR);
      if (hasLoneHalf(replacement)) return refusal('half a character cannot be written into a file');
      return edit(range, replacement);
    },
  };
}

/** The first unit that ends behind an offset of the file. */
export function unitAt(words: string, placed: Placed, offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (placed.endOf(middle) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
