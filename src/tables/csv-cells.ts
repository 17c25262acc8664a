import { refusal } from '../core/edit.ts';
import { mappedText } from '../core/mapped-text.ts';
import type { Range } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import { guarded } from '../core/text.ts';

/** One cell as it is written; offsets count from the start of the text it was found in. */
export interface CsvCell {
  /** Of the first unit of the words, after an opening quote. */
  readonly start: number;
  /** After the last unit of the words, before a closing quote. */
  readonly end: number;
  readonly isQuoted: boolean;
  /** Words stand between the closing quote and the end of the cell, which no writer of CSV makes. */
  readonly isRagged: boolean;
}

export const QUOTE = '"';

/** The cells of a record, as RFC 4180 has them; a quote inside a cell that does not begin with one is a sign like others. */
export function cellsOf(record: string, delimiter: string): readonly CsvCell[] {
  const cells: CsvCell[] = [];
  let at = 0;
  for (;;) {
    let start = at;
    let end: number;
    let isQuoted = false;
    let isRagged = false;
    if (record[at] === QUOTE) {
      isQuoted = true;
      start++;
      end = closingQuote(record, start);
      const next = record.indexOf(delimiter, end + 1);
      at = next < 0 ? record.length : next;
      isRagged = end >= record.length || at > end + 1;
    } else {
      const next = record.indexOf(delimiter, at);
      at = next < 0 ? record.length : next;
      end = at;
    }
    cells.push({ start, end, isQuoted, isRagged });
    if (at >= record.length) return cells;
    at += delimiter.length;
  }
}

/** The offset of the quote that closes a cell, or the end of the text. @param from after the opening quote */
export function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf(QUOTE, from); at >= 0; at = text.indexOf(QUOTE, at + 2))
    if (text[at + 1] !== QUOTE) return at;
  return text.length;
}

export function wordsOfCell(record: string, { start, end, isQuoted }: CsvCell): string {
  const written = record.slice(start, end);
  return isQuoted && written.includes(QUOTE) ? written.replaceAll('""', QUOTE) : written;
}

/** The words of a cell with the way back. @param base offset of the record in its file */
export function cellText(record: string, cell: CsvCell, base: number, delimiter: string): Text {
  const words = wordsOfCell(record, cell);
  const text = mappedText(
    words,
    () => {
      const starts = new Int32Array(words.length);
      const ends = new Int32Array(words.length);
      let at = cell.start;
      for (let unit = 0; unit < words.length; unit++) {
        const width = cell.isQuoted && words[unit] === QUOTE ? 2 : 1;
        starts[unit] = base + at;
        at += width;
        ends[unit] = base + at;
      }
      return { starts, ends, end: base + cell.end };
    },
    (replacement) => {
      if (cell.isQuoted) return replacement.replaceAll(QUOTE, '""');
      if (replacement.includes(delimiter) || /[\r\n]/.test(replacement))
        return refusal('the cell has no quotes, so a delimiter or line break in it would begin another one');
      return replacement;
    },
  );
  return guarded(text, ({ start, end }, replacement) => {
    if (cell.isRagged) return 'the quotes of the cell are not closed as they should be';
    if (/\p{Surrogate}/u.test(replacement)) return 'half a character cannot be written into a file';
    if (replacement.includes('\0')) return 'a NUL cannot be written into a table';
    const written = words.slice(0, start) + replacement + words.slice(end);
    if (written.trim() === '') return 'an empty cell would be no message any more';
    if (!cell.isQuoted && written.startsWith(QUOTE)) return 'the cell has no quotes and may not begin with one';
    if (!cell.isQuoted && changesQuotes(words, { start, end }, replacement))
      return 'the cell has no quotes, so one in it might close that of a broken row above';
    return undefined;
  });
}

/** Quotes come, go, or no longer stand side by side: of such a pair a reader in the middle of a quoted cell takes one. */
function changesQuotes(words: string, { start, end }: Range, replacement: string): boolean {
  if (replacement.includes(QUOTE) || words.slice(start, end).includes(QUOTE)) return true;
  return (start === end || replacement === '') && words[start - 1] === QUOTE && words[end] === QUOTE;
}
