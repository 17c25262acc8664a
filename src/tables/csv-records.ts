import { closingQuote, QUOTE } from './csv-cells.ts';

/** One record of a CSV file as it is written. */
export interface CsvRecord {
  /** Without the line break after it. */
  readonly text: string;
  readonly lineBreak: string;
  /** UTF-16 units before it in the file. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
  /** The record was cut: a quote in it is never closed, or it is longer than any may be. */
  readonly isCut: boolean;
}

/**
 * Cuts text that comes in blocks into records, in the memory of a record. A line break inside quotes is part of its
 * cell. A quote that is not closed within `longest` units is an accident: its record ends with its line.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #longest: number;
  #rest = '';
  #offset = 0;
  #line = 1;

  constructor(
    delimiter: string,
    { offset, line, longest = LONGEST_RECORD }: { offset: number; line: number; longest?: number },
  ) {
    this.#delimiter = delimiter;
    this.#offset = offset;
    this.#line = line;
    this.#longest = longest;
  }

  *add(text: string): Generator<CsvRecord> {
    this.#rest += text;
    yield* this.#take(false);
  }

  *finish(): Generator<CsvRecord> {
    yield* this.#take(true);
  }

  *#take(isAll: boolean): Generator<CsvRecord> {
    const text = this.#rest;
    let from = 0;
    while (from < text.length) {
      const end = endOfRecord(text, from, this.#delimiter);
      const isTooLong = (end ?? text.length) - from > this.#longest;
      // What comes next may belong to the record, or to the line break after it.
      if (!isAll && !isTooLong && (end === undefined || end >= text.length - 1)) break;
      const isCut = end === undefined || isTooLong;
      const to = isCut ? endOfLine(text, from) : end;
      const after = text.startsWith('\r\n', to) ? to + 2 : Math.min(to + 1, text.length);
      const lineBreak = text.slice(to, after);
      const record = { text: text.slice(from, to), lineBreak, offset: this.#offset, line: this.#line, isCut };
      this.#offset += after - from;
      this.#line += breaksIn(record.text + lineBreak);
      from = after;
      yield record;
    }
    this.#rest = text.slice(from);
  }
}

/** The longest cell of Excel has 32,767 characters; exports of whole conversations in one cell have more. */
const LONGEST_RECORD = 2_000_000;

/** Where the record ends: at a line break outside quotes or at the end of the text; undefined inside quotes. */
function endOfRecord(text: string, from: number, delimiter: string): number | undefined {
  const breaks = /[\r\n]/g;
  let at = from;
  for (;;) {
    if (text[at] === QUOTE) {
      at = closingQuote(text, at + 1);
      if (at >= text.length) return undefined;
      at++;
    }
    breaks.lastIndex = at;
    const end = breaks.exec(text)?.index ?? text.length;
    // Only a quote at the start of a cell can hide the line break.
    const quoted = text.indexOf(delimiter + QUOTE, at);
    if (quoted < 0 || quoted >= end) return end;
    at = quoted + delimiter.length;
  }
}

function endOfLine(text: string, from: number): number {
  const breaks = /[\r\n]/g;
  breaks.lastIndex = from;
  return breaks.exec(text)?.index ?? text.length;
}

/** Editors count a carriage return alone as a line break too. */
export function breaksIn(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\r\n?|\n/g)) count++;
  return count;
}
