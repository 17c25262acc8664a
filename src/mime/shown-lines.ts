import { partitionPoint } from '../core/partition-point.ts';
import type { Lines, Source, SourceLine } from '../core/source.ts';
import { writtenLines } from '../core/source.ts';
import { decodeLoosely, isAscii, unitPlaces } from './charset.ts';
import { mailsIn } from './mbox.ts';
import type { PlacedText } from './placed-text.ts';
import { unitAt } from './placed-text.ts';
import type { MailReading } from './raw-mail.ts';
import { placedTextsIn } from './raw-mail.ts';

/**
 * The lines of mails as people read them: in their encodings, with the words of coded lines in place of the codes. A line
 * that was broken for the way is shown whole. Numbers and columns are those of the file.
 */
export function shownLines(source: Source, reading: Omit<MailReading, 'readHtml'>): Lines {
  const written = writtenLines(source.text, source.base);
  const mails = new MailTexts(source, reading);
  const bytesOfLine = (number: number) => written.line(number);
  return {
    position(offset) {
      const place = written.position(offset);
      const line = bytesOfLine(place.line);
      if (line === undefined) return place;
      const before = line.words.slice(0, place.column - 1);
      if (isAscii(before)) return place;
      // The text is a string of bytes.
      const at = { line: place.line, byteColumn: place.column };
      const text = mails.textAt(line.start, line.start + line.words.length);
      if (text === undefined) return { ...at, column: decodeLoosely(before, 'utf-8').length + 1 };
      const placed = text.placed();
      const first = Math.max(line.start, placed.startOf(0));
      const units = unitAt(text.words, placed, line.start + before.length) - unitAt(text.words, placed, first);
      return { ...at, column: first - line.start + Math.max(0, units) + 1 };
    },
    line(number) {
      const line = bytesOfLine(number);
      if (line === undefined) return undefined;
      const text = mails.textAt(line.start, line.start + line.words.length);
      if (text !== undefined) return readLine(source, line, text);
      return isAscii(line.words) ? line : decodedLine(line);
    },
  };
}

/** What no reader was made for: other parts, a line between them. */
function decodedLine({ start, words: bytes }: SourceLine): SourceLine {
  const words = decodeLoosely(bytes, 'utf-8');
  const places = unitPlaces(bytes, words, 'utf-8');
  return {
    start,
    end: start + bytes.length,
    words,
    unitAt(offset) {
      const ends = places?.ends ?? [];
      let unit = 0;
      while (unit < ends.length && (ends[unit] as number) <= offset - start) unit++;
      return unit;
    },
  };
}

/** Of a line without breaks, as much is shown on either side. */
const LONGEST_SIDE = 2000;

function readLine(source: Source, line: SourceLine, text: PlacedText): SourceLine {
  const { words } = text;
  const placed = text.placed();
  const first = placed.startOf(0);
  let from = unitAt(words, placed, Math.max(line.start, first));
  let to = Math.max(from, unitAt(words, placed, Math.max(line.start + line.words.length - 1, first)));
  const [least, most] = [Math.max(0, from - LONGEST_SIDE), Math.min(words.length, to + LONGEST_SIDE)];
  while (from > least && words[from - 1] !== '\n') from--;
  while (to < most && words[to] !== '\n' && words[to] !== '\r') to++;
  // The name of a header, or the mark of a mailbox file.
  const lineStart = source.text.lastIndexOf('\n', first - source.base.offset - 1) + 1 + source.base.offset;
  const name = from === 0 ? source.text.slice(lineStart - source.base.offset, first - source.base.offset) : '';
  const start = from === 0 ? first - name.length : from < words.length ? placed.startOf(from) : placed.end;
  return {
    start,
    end: to > from ? placed.endOf(to - 1) : Math.max(start, first),
    words: name + words.slice(from, to),
    unitAt: (offset) => (offset < first ? offset - start : name.length + unitAt(words, placed, offset) - from),
  };
}

/** The texts of the mail that was last asked for: lines come one after the other. */
class MailTexts {
  readonly #source: Source;
  readonly #reading: Omit<MailReading, 'readHtml'>;
  readonly #mails: readonly { readonly start: number; readonly end: number }[];
  #last: { readonly mail: number; readonly texts: readonly PlacedText[] } | undefined;

  constructor(source: Source, reading: Omit<MailReading, 'readHtml'>) {
    this.#source = source;
    this.#reading = reading;
    this.#mails = reading.isMbox ? mailsIn(source.text) : [{ start: 0, end: source.text.length }];
  }

  /** The text that a line holds some of. */
  textAt(start: number, end: number): PlacedText | undefined {
    const { base, text } = this.#source;
    const mail = partitionPoint(this.#mails, (one) => one.end > start - base.offset);
    const range = this.#mails[mail];
    if (range === undefined || range.start > start - base.offset) return undefined;
    if (this.#last?.mail !== mail) {
      const bytes = text.slice(range.start, range.end);
      this.#last = { mail, texts: placedTextsIn(bytes, base.offset + range.start, this.#reading) };
    }
    const { texts } = this.#last;
    const found = texts[partitionPoint(texts, (one) => one.placed().end > start)];
    return found !== undefined && found.placed().startOf(0) < Math.max(end, start + 1) ? found : undefined;
  }
}
