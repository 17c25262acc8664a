/** Where each decoded byte stands in the coded ones. */
export interface BytePlaces {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * Decodes quoted-printable: "=E4" is a byte, "=" at the end of a line joins it to the next one, blanks at the end of a
 * line were put there on the way. What is not spelt rightly stays as it is.
 * @param places is filled where it is given
 */
export function decodeQuotedPrintable(coded: string, places?: BytePlaces): string {
  const pieces: string[] = [];
  const push: Push = (bytes, start, width) => {
    pieces.push(bytes);
    if (places === undefined) return;
    for (let index = 0; index < bytes.length; index++) {
      places.starts.push(start + index * width);
      places.ends.push(start + (index + 1) * width);
    }
  };
  for (let start = 0; start < coded.length; ) {
    const feed = coded.indexOf('\n', start);
    const next = feed < 0 ? coded.length : feed + 1;
    const lineEnd = feed < 0 ? next : feed > start && coded[feed - 1] === '\r' ? feed - 1 : feed;
    let end = lineEnd;
    while (end > start && (coded[end - 1] === ' ' || coded[end - 1] === '\t')) end--;
    const isSoft = end > start && coded[end - 1] === '=';
    decodeLine(coded, start, isSoft ? end - 1 : end, push);
    if (!isSoft) push(coded.slice(lineEnd, next), lineEnd, 1);
    start = next;
  }
  return pieces.join('');
}

/** Takes bytes with the place of the first of them, and how many signs each is written with. */
type Push = (bytes: string, start: number, width: number) => void;

function decodeLine(coded: string, start: number, end: number, push: Push): void {
  for (let at = start; at < end; ) {
    const sign = coded.indexOf('=', at);
    const plainEnd = sign < 0 || sign > end ? end : sign;
    if (plainEnd > at) push(coded.slice(at, plainEnd), at, 1);
    at = plainEnd;
    if (at >= end) return;
    const hex = coded.slice(at + 1, Math.min(at + 3, end));
    const isByte = HEX.test(hex);
    push(isByte ? String.fromCharCode(Number.parseInt(hex, 16)) : '=', at, isByte ? 3 : 1);
    at += isByte ? 3 : 1;
  }
}

const HEX = /^[0-9A-Fa-f]{2}$/;

/**
 * Spells bytes in quoted-printable, to stand between what is written before and behind them in their lines.
 * @param column how much of the line is written before
 * @param rest how long what follows in the line is
 * @param lineBreak of the mail
 */
export function encodeQuotedPrintable(bytes: string, column: number, rest: number, lineBreak: string): string {
  let result = '';
  let width = column;
  const add = (spelt: string) => {
    if (width + spelt.length > WIDEST) {
      result += `=${lineBreak}`;
      width = 0;
    }
    result += spelt;
    width += spelt.length;
  };
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    const hard = byte === 13 && bytes[at + 1] === '\n' ? 2 : byte === 10 ? 1 : 0;
    if (hard > 0) {
      result += bytes.slice(at, at + hard);
      width = 0;
      at += hard - 1;
      continue;
    }
    const next = bytes[at + 1];
    const isLast = next === undefined ? rest === 0 : next === '\n' || next === '\r';
    const isBlank = byte === 32 || byte === 9;
    const isPlain = isBlank ? !isLast : byte > 32 && byte < 127 && byte !== 61;
    // No line may look like one of a mailbox file, or end the mail.
    const isRisky = width === 0 && (bytes.startsWith('From ', at) || byte === 46);
    add(isPlain && !isRisky ? (bytes[at] as string) : escapeOf(byte));
  }
  return width + rest > LONGEST && rest > 0 ? `${result}=${lineBreak}` : result;
}

/** A line has 76 characters at most, a soft break included. */
const LONGEST = 76;
const WIDEST = LONGEST - 1;

export function escapeOf(byte: number): string {
  return `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}
