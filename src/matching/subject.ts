import type { Range } from '../core/span.ts';

/**
 * The words that phrases are matched on: composed (NFC), without invisible characters, every run of white
 * space one unit. For nearly all texts it is the text itself.
 */
export interface Subject {
  readonly words: string;
  /** The range of the text that a range of the subject came from. */
  original(range: Range): Range;
}

export function subjectOf(written: string): Subject {
  if (isPlain(written)) return { words: written, original: itself };
  const text = MIXED.test(written) ? written.replace(LATIN_I, (letter) => (letter === 'i' ? 'і' : 'І')) : written;
  return IRREGULAR.test(text) ? cleaned(text) : { words: text, original: itself };
}

function itself(range: Range): Range {
  return range;
}

/** Letters and marks of ASCII with single blanks between them, as most messages in English are. */
function isPlain(text: string): boolean {
  let wasBlank = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isBlank = unit === 0x20;
    if (unit < 0x20 || unit > 0x7e || (isBlank && wasBlank)) return false;
    wasBlank = isBlank;
  }
  return true;
}

/** Kazakh is often typed with a Latin i where the keyboard has no і: "сiз", "үшiн". Unit for unit as long. */
const MIXED = /[\u0400-\u052f][iI]|[iI][\u0400-\u052f]/;
const LATIN_I = /(?<=[\u0400-\u052f])[iI]|[iI](?=[\u0400-\u052f])/g;

/** Stands for a blank line: no phrase crosses it, since no phrase can contain it. */
export const PARAGRAPH = '\u2029';

/** Something that makes positions in the subject differ from positions in the text. */
const IRREGULAR =
  /[\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u0300-\u036f\u2126\u212a\u212b\uf900-\ufaff]|\s\s|\r/;

/** Invisible, or a sign with combining marks, or white space, or characters that NFC replaces. */
const PIECES =
  /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+|[^\p{M}\s]\p{M}+|\s+|[\u2126\u212a\u212b\uf900-\ufaff]/gu;

function cleaned(text: string): Subject {
  let words = '';
  // For each unit of `words`: where it began in the text, and where what it stands for ended.
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number) => {
    for (let at = from; at < to; at++) {
      starts.push(at);
      ends.push(at + 1);
    }
    words += text.slice(from, to);
  };
  const put = (piece: string, from: number, to: number) => {
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(from);
      ends.push(to);
    }
    words += piece;
  };
  let done = 0;
  for (const match of text.matchAll(PIECES)) {
    const piece = match[0];
    keep(done, match.index);
    done = match.index + piece.length;
    if (/^\s/.test(piece)) put(isParagraphBreak(piece) ? PARAGRAPH : ' ', match.index, done);
    else if (!isInvisible(piece)) put(piece.normalize('NFC'), match.index, done);
  }
  keep(done, text.length);
  return {
    words,
    original(range) {
      if (range.start === range.end) {
        const at = range.start < starts.length ? (starts[range.start] as number) : text.length;
        return { start: at, end: at };
      }
      return { start: starts[range.start] as number, end: ends[range.end - 1] as number };
    },
  };
}

function isInvisible(piece: string): boolean {
  return /^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/.test(piece);
}

function isParagraphBreak(blank: string): boolean {
  return /\n\s*\n|\r\s*\r(?!\n)|\u2029/.test(blank);
}
