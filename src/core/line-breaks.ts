import { refusal } from './edit.ts';
import type { Range } from './span.ts';
import type { Text } from './text.ts';

/**
 * The same text with line feeds for CRLF and CR, so that a file says the same on every system. What is written into
 * it has the breaks of the file.
 */
export function withLineFeeds(text: Text): Text {
  const original = text.words;
  const { words, starts } = lineFed(original);
  const lineBreak = /\r\n|\r|\n/.exec(original)?.[0] ?? '\n';
  const rangeIn = ({ start, end }: Range): Range =>
    starts === undefined ? { start, end } : { start: starts[start] as number, end: starts[end] as number };
  return {
    words,
    locate: (range) => text.locate(rangeIn(range)),
    edit(range, replacement) {
      if (replacement.includes('\r')) return refusal('a carriage return would be read as a line break');
      const { start, end } = rangeIn(range);
      const written = replacement.replaceAll('\n', lineBreak);
      const before = original.slice(Math.max(0, start - 1), start);
      const seams = `${before}${written.slice(0, 1)} ${written.slice(-1)}${original.slice(end, end + 1)}`;
      if (seams.includes('\r\n') || (written === '' && before + original.slice(end, end + 1) === '\r\n'))
        return refusal('two line breaks would become one');
      return text.edit({ start, end }, written);
    },
  };
}

/** @returns starts where each unit of the words stands in the original, and where they end; undefined where all stay. */
function lineFed(original: string): { words: string; starts: Int32Array | undefined } {
  if (!original.includes('\r')) return { words: original, starts: undefined };
  const words = original.replace(/\r\n?/g, '\n');
  const starts = new Int32Array(words.length + 1);
  let at = 0;
  for (let unit = 0; unit < words.length; unit++) {
    starts[unit] = at;
    at += original.startsWith('\r\n', at) ? 2 : 1;
  }
  starts[words.length] = at;
  return { words, starts };
}
