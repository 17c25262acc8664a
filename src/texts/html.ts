import type { Edit, Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { Range } from '../core/span.ts';
import { joinTouching } from '../core/span.ts';
import { CUT_PAIR, isInsidePair } from '../core/surrogates.ts';
import type { Text } from '../core/text.ts';
import { htmlWords } from './html-words.ts';

/** The words that a reader sees of a text that holds HTML, with the way back through markup and entities. */
export function readHtml(markup: Text): Text {
  // Words without any tag were typed as they are; their line breaks mean something.
  const isMarkedUp = TAG.test(markup.words);
  const { words } = htmlWords(markup.words, { isMarkedUp, withPlaces: false });
  let made: Places | undefined;
  const places = (): Places => {
    made ??= htmlWords(markup.words, { isMarkedUp, withPlaces: true });
    return made;
  };
  return {
    words,
    locate(range) {
      const ranges = rangesIn(places(), range);
      const located = ranges.map((one) => markup.locate(one));
      const isPlaced = range.start === range.end || ranges.some(({ start, end }) => start < end);
      return {
        spans: joinTouching(located.flatMap(({ spans }) => spans)),
        exact: isPlaced && located.every(({ exact }) => exact),
      };
    },
    edit(range, replacement): Edit | Refusal {
      if (isInsidePair(words, range.start) || isInsidePair(words, range.end)) return refusal(CUT_PAIR);
      const at = rangeOfEdit(places(), range, markup.words);
      if ('refused' in at) return at;
      const written = isMarkedUp ? escaped(replacement).replaceAll('\n', '<br>') : escaped(replacement);
      const after = markup.words.slice(0, at.start) + written + markup.words.slice(at.end);
      const expected = words.slice(0, range.start) + replacement + words.slice(range.end);
      const isRead =
        TAG.test(after) === isMarkedUp && htmlWords(after, { isMarkedUp, withPlaces: false }).words === expected;
      return isRead ? markup.edit(at, written) : refusal('the markup would not show these words as they are');
    },
  };
}

/** A sign of markup, as a browser takes it. */
const TAG = /<[a-z/!?]/i;

interface Places {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The ranges of the markup that hold the words of a range. */
function rangesIn({ starts, ends }: Places, range: Range): readonly Range[] {
  const ranges: Range[] = [];
  for (let unit = range.start; unit < range.end; unit++) {
    const one = { start: starts[unit] as number, end: ends[unit] as number };
    const last = ranges.at(-1);
    const isSame = last?.start === one.start && last.end === one.end;
    if (one.start < one.end && !isSame) ranges.push(one);
  }
  if (ranges.length > 0) return joinTouching(ranges);
  const at = starts[range.start] ?? ends.at(-1) ?? 0;
  return [{ start: at, end: at }];
}

/** The one range of the markup that an edit of the range would replace, or why there is none. */
function rangeOfEdit({ starts, ends }: Places, range: Range, markup: string): Range | Refusal {
  for (const at of [range.start, range.end])
    if (at > 0 && at < starts.length && starts[at] === starts[at - 1] && ends[at] === ends[at - 1])
      return refusal('the words begin or end inside one character of the markup');
  for (let unit = range.start; unit < range.end; unit++) {
    if (starts[unit] === ends[unit]) return refusal('the words run over several blocks of the markup');
    const between = unit === range.start ? '' : markup.slice(ends[unit - 1], starts[unit]);
    if (between.trim() !== '') return refusal('the words are interrupted by markup');
  }
  if (range.start < range.end) return { start: starts[range.start] as number, end: ends[range.end - 1] as number };
  // What is put in belongs to the word before it, inside of its element.
  const isBehind = range.start > 0 && starts[range.start - 1] !== ends[range.start - 1];
  const at = isBehind ? ends[range.start - 1] : starts[range.start];
  return at === undefined ? refusal('there are no words in the markup') : { start: at, end: at };
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
