import type { MailSource } from './mail-source.ts';
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
  /** Only of mails: the text is a string of bytes then. */
  readonly mails?: MailSource;
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
  readonly cell?: string | undefined;
  /** The column in bytes of UTF-8, 1-based, for consumers that count so. Worked out when it is asked for. */
  readonly byteColumn: number;
}

/** A line of a source without its line break. */
export interface SourceLine {
  /** Offset of its first unit in the file. */
  readonly start: number;
  readonly words: string;
  /** Where it is not shown as it is written: the offset in the file behind what is shown. */
  readonly end?: number;
  /** Where it is not shown as it is written: the unit of the words that shows what stands at an offset of the file. */
  unitAt?(offset: number): number;
}

/** The unit of the words of a line that shows what stands at an offset of the file, between 0 and their length. */
export function unitInLine(line: SourceLine, offset: number): number {
  const unit = line.unitAt?.(offset) ?? offset - line.start;
  return Math.min(Math.max(unit, 0), line.words.length);
}

/** The offset in the file behind a line. */
export function endOfLine(line: SourceLine): number {
  return line.end ?? line.start + line.words.length;
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
  const { text, base, table, mails } = source;
  if (mails !== undefined) return mails.lines(source);
  if (table?.cellAt !== undefined) return rowsOfCells(source, (offset) => table.cellAt?.(offset));
  return writtenLines(text, base);
}

/** The lines of a text as it is written. */
export function writtenLines(text: string, base: SourceBase): Lines {
  const bytes = new ByteCount(text);
  const starts = [0, ...lineStarts(text)];
  return {
    position(offset) {
      const local = Math.min(Math.max(offset - base.offset, 0), text.length);
      const index = lastAtOrBefore(starts, local);
      return new PlaceInText(base.line + index, starts[index] as number, local, bytes);
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
  const bytes = new ByteCount(text);
  const shown = new Map<number, CellPlace>();
  return {
    position(offset) {
      const place = cellAt(Math.min(Math.max(offset, base.offset), base.offset + text.length));
      if (place === undefined) return new PlaceInText(1, 0, 0, bytes);
      shown.set(place.row, place);
      const start = place.start - base.offset;
      return new PlaceInText(place.row, start, Math.max(start, offset - base.offset), bytes, place.address);
    },
    line(number) {
      const place = shown.get(number);
      if (place === undefined) return undefined;
      return { start: place.rowStart, words: text.slice(place.rowStart - base.offset, place.rowEnd - base.offset) };
    },
  };
}

class PlaceInText implements Position {
  readonly line: number;
  readonly column: number;
  readonly cell?: string | undefined;
  readonly #start: number;
  readonly #bytes: ByteCount;

  /** @param start where the line or cell begins in the text */
  constructor(line: number, start: number, at: number, bytes: ByteCount, cell?: string) {
    this.line = line;
    this.column = at - start + 1;
    if (cell !== undefined) this.cell = cell;
    this.#start = start;
    this.#bytes = bytes;
  }

  get byteColumn(): number {
    return this.#bytes.between(this.#start, this.#start + this.column - 1) + 1;
  }
}

/** Counts bytes of UTF-8. A line may be a whole file with a finding in every corner, so the count of one goes on for the next. */
class ByteCount {
  readonly #text: string;
  #start = 0;
  #counted = 0;
  #bytes = 0;

  constructor(text: string) {
    this.#text = text;
  }

  between(start: number, end: number): number {
    if (start !== this.#start || end < this.#counted) {
      this.#start = start;
      this.#counted = start;
      this.#bytes = 0;
    }
    while (this.#counted < end) {
      const code = this.#text.codePointAt(this.#counted) ?? 0;
      // Half a pair cannot be written in UTF-8, and three bytes stand for it.
      this.#bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      this.#counted += code < 0x10000 ? 1 : 2;
    }
    return this.#bytes;
  }
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
