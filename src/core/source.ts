import { partitionPoint } from './partition-point.ts';
import type { CellPlace, Table } from './table.ts';

/**
 * What was read: a whole file, or one record of a file that is read record by record.
 * Spans count from the start of the file, so a record knows where it begins.
 */
export interface Source {
  /** As it is shown to the user: relative to the working directory, with forward slashes. */
  readonly path: string;
  /** The decoded text of the file or record. */
  readonly text: string;
  readonly base: SourceBase;
  /** What the head of its file says of the rows that the source holds. */
  readonly table?: Table;
}

/** Where the text of a source begins in its file. */
export interface SourceBase {
  /** UTF-16 units before it. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

/** Both 1-based; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  /** Sheet and cell of a workbook, Sheet1!B7; the line is its row then, and the column counts within the cell. */
  readonly cell?: string;
}

/** A line of a source without its line break. */
export interface SourceLine {
  /** Offset of its first unit in the file. */
  readonly start: number;
  readonly words: string;
}

export interface Lines {
  /** The place of an offset in the file; offsets outside the source are moved to its nearer end. */
  position(offset: number): Position;
  /** The line with this 1-based number in the file, or undefined outside the source. */
  line(number: number): SourceLine | undefined;
}

export function wholeFile(path: string, text: string): Source {
  return { path, text, base: { offset: 0, line: 1 } };
}

/** The lines of a source. CRLF, LF and a lone CR end a line, as editors count them. */
export function linesOf(source: Source): Lines {
  const { text, base, table } = source;
  if (table?.cellAt !== undefined) return rowsOfCells(source, (offset) => table.cellAt?.(offset));
  const starts = [0, ...lineStarts(text)];
  return {
    position(offset) {
      const local = Math.min(Math.max(offset - base.offset, 0), text.length);
      const index = lastAtOrBefore(starts, local);
      return { line: base.line + index, column: local - (starts[index] as number) + 1 };
    },
    line(number) {
      const start = starts[number - base.line];
      if (start === undefined) return undefined;
      const next = starts[number - base.line + 1];
      const end = next === undefined ? text.length : next - (text.startsWith('\r\n', next - 2) ? 2 : 1);
      return { start: base.offset + start, words: text.slice(start, end) };
    },
  };
}

function rowsOfCells({ text, base }: Source, cellAt: (offset: number) => CellPlace | undefined): Lines {
  const shown = new Map<number, CellPlace>();
  return {
    position(offset) {
      const place = cellAt(Math.min(Math.max(offset, base.offset), base.offset + text.length));
      if (place === undefined) return { line: 1, column: 1 };
      shown.set(place.row, place);
      return { line: place.row, column: Math.max(0, offset - place.start) + 1, cell: place.address };
    },
    line(number) {
      const place = shown.get(number);
      if (place === undefined) return undefined;
      return { start: place.rowStart, words: text.slice(place.rowStart - base.offset, place.rowEnd - base.offset) };
    },
  };
}

/** The lines of several sources of one file, in their order. */
export function linesAcross(sources: readonly Source[]): Lines {
  const all = new Map<Source, Lines>();
  const linesIn = (source: Source) => {
    let lines = all.get(source);
    if (lines === undefined) {
      lines = linesOf(source);
      all.set(source, lines);
    }
    return lines;
  };
  const offsets = sources.map(({ base }) => base.offset);
  const numbers = sources.map(({ base }) => base.line);
  return {
    position: (offset) => linesIn(sources[lastAtOrBefore(offsets, offset)] as Source).position(offset),
    line: (number) => linesIn(sources[lastAtOrBefore(numbers, number)] as Source).line(number),
  };
}

function* lineStarts(text: string): Generator<number> {
  let feed = text.indexOf('\n');
  let lone = text.indexOf('\r');
  while (feed >= 0 || lone >= 0) {
    if (lone >= 0 && (feed < 0 || lone < feed)) {
      if (lone + 1 !== feed) yield lone + 1;
      lone = text.indexOf('\r', lone + 1);
    } else {
      yield feed + 1;
      feed = text.indexOf('\n', feed + 1);
    }
  }
}

/** Index of the last value that is not above `wanted`; `sorted[0]` must not be above it. */
function lastAtOrBefore(sorted: readonly number[], wanted: number): number {
  return partitionPoint(sorted, (value) => value > wanted) - 1;
}
