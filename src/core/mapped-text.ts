import type { Edit, Refusal } from './edit.ts';
import { refusal } from './edit.ts';
import type { Range, Span } from './span.ts';
import { joinTouching } from './span.ts';
import { CUT_PAIR, isInsidePair } from './surrogates.ts';
import type { Text } from './text.ts';

/**
 * The place of every UTF-16 unit of a decoded string. Unit `i` was written at [starts[i], ends[i]) of the
 * file; units that come from one escape share its place. `end` is where the string ends.
 */
export interface UnitMap {
  readonly starts: Int32Array | readonly number[];
  readonly ends: Int32Array | readonly number[];
  readonly end: number;
}

/** Writes words the way the string around the place wants them, or says why it cannot. @param range the place in the words */
export type Spelling = (words: string, span: Span, range: Range) => string | Refusal;

/**
 * Text that is written in the source with escapes, folds or markup. The map is made when a place is first
 * asked for: most strings of a big file never have a finding.
 */
export function mappedText(words: string, makeMap: () => UnitMap | Refusal, spelling: Spelling): Text {
  let made: UnitMap | Refusal | undefined;
  const map = (): UnitMap | Refusal => {
    made ??= makeMap();
    return made;
  };
  const spansOf = (unitMap: UnitMap, start: number, end: number): readonly Span[] => {
    if (start === end) {
      const at = start < words.length ? (unitMap.starts[start] as number) : unitMap.end;
      return [{ start: at, end: at }];
    }
    const spans: Span[] = [];
    for (let unit = start; unit < end; unit++) {
      const span = { start: unitMap.starts[unit] as number, end: unitMap.ends[unit] as number };
      const last = spans.at(-1);
      // The second half of a surrogate pair, or the rest of what one escape stood for.
      if (last !== undefined && last.start === span.start && last.end === span.end) continue;
      spans.push(span);
    }
    return joinTouching(spans);
  };
  return {
    words,
    locate(range) {
      const unitMap = map();
      if ('refused' in unitMap) return { spans: [unitMap.near ?? { start: 0, end: 0 }], exact: false };
      return { spans: spansOf(unitMap, range.start, range.end), exact: true };
    },
    edit(range, replacement): Edit | Refusal {
      if (isInsidePair(words, range.start) || isInsidePair(words, range.end)) return refusal(CUT_PAIR);
      const unitMap = map();
      if ('refused' in unitMap) return unitMap;
      if (cutsEscape(unitMap, range.start) || cutsEscape(unitMap, range.end)) {
        return refusal('the words begin or end inside one escape of the source');
      }
      const spans = spansOf(unitMap, range.start, range.end);
      const span = spans[0];
      if (span === undefined || spans.length > 1) {
        return refusal('the words are interrupted in the source');
      }
      const written = spelling(replacement, span, range);
      return typeof written === 'string' ? { span, words: written } : written;
    },
  };
}

function cutsEscape(map: UnitMap, unit: number): boolean {
  return unit > 0 && unit < map.starts.length && map.starts[unit] === map.starts[unit - 1];
}
