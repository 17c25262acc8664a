/** A line of the head of a mail, with those it goes on in. Offsets count in the bytes of the mail. */
export interface HeaderField {
  /** In small letters. */
  readonly name: string;
  readonly start: number;
  readonly valueStart: number;
  /** Before the line break. */
  readonly valueEnd: number;
}

export interface Head {
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
  /** Why not all of it was read, in English. */
  readonly problem?: { readonly reason: string; readonly at: number } | undefined;
}

/** Nobody needs more, but for harm. */
const MOST_FIELDS = 1000;
export const LONGEST_HEAD = 256_000;

/** The headers of a mail or of a part of it. */
export function headIn(bytes: string, start: number, end: number): Head {
  const fields: HeaderField[] = [];
  let at = start;
  const limit = Math.min(end, start + LONGEST_HEAD);
  // The line that parts mails in a file may have been left above a mail.
  if (/^>*From /.test(bytes.slice(at, at + 20))) at = lineAfter(bytes, at, end);
  while (at < limit) {
    const next = lineAfter(bytes, at, end);
    const lineEnd = withoutBreak(bytes, at, next);
    if (lineEnd === at) return { fields, bodyStart: next };
    NAME.lastIndex = at;
    const name = NAME.exec(bytes);
    if (name === null) {
      // A line that is no header: the blank line was lost, and the body begins here.
      return { fields, bodyStart: at };
    }
    let fieldEnd = next;
    let valueEnd = lineEnd;
    while (fieldEnd < end && isBlank(bytes[fieldEnd])) {
      const more = lineAfter(bytes, fieldEnd, end);
      const moreEnd = withoutBreak(bytes, fieldEnd, more);
      // A line of blanks alone ends the head in what many programs write.
      if (bytes.slice(fieldEnd, Math.min(moreEnd, fieldEnd + 1000)).trim() === '') break;
      valueEnd = moreEnd;
      fieldEnd = more;
      if (fieldEnd - start > LONGEST_HEAD) break;
    }
    if (fields.length >= MOST_FIELDS)
      return { fields, bodyStart: bodyBehind(bytes, at, end), problem: tooMany(at, `it has more than ${MOST_FIELDS}`) };
    const valueStart = at + name[0].length;
    fields.push({
      name: (name[1] as string).toLowerCase(),
      start: at,
      valueStart: Math.min(valueStart, valueEnd),
      valueEnd,
    });
    if (fieldEnd < end && fieldEnd >= limit) break;
    if (fieldEnd < end && isBlank(bytes[fieldEnd])) return { fields, bodyStart: lineAfter(bytes, fieldEnd, end) };
    at = fieldEnd;
  }
  if (at < end)
    return {
      fields,
      bodyStart: bodyBehind(bytes, at, end),
      problem: tooMany(at, `it has more than ${LONGEST_HEAD} bytes`),
    };
  return { fields, bodyStart: end };
}

const NAME = /([!-9;-~]{1,100})[ \t]*:/y;

function tooMany(at: number, what: string): { reason: string; at: number } {
  return { reason: `the head of the mail is not read to its end: ${what} of headers`, at };
}

function bodyBehind(bytes: string, at: number, end: number): number {
  const blank = /\r?\n\r?\n/g;
  blank.lastIndex = at;
  const found = blank.exec(bytes);
  return found === null || found.index >= end ? end : found.index + found[0].length;
}

export function lineAfter(bytes: string, at: number, end: number): number {
  const feed = bytes.indexOf('\n', at);
  return feed < 0 || feed >= end ? end : feed + 1;
}

function withoutBreak(bytes: string, start: number, next: number): number {
  let end = next;
  if (end > start && bytes[end - 1] === '\n') end--;
  if (end > start && bytes[end - 1] === '\r') end--;
  return end;
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t';
}

/** The value of the first header of a name, in one line; empty where there is none. */
export function headerValue(bytes: string, fields: readonly HeaderField[], name: string): string {
  const field = fields.find((one) => one.name === name);
  return field === undefined ? '' : unfolded(bytes, field);
}

/** The value of a header in one line, its bytes as they are. */
export function unfolded(bytes: string, { valueStart, valueEnd }: HeaderField): string {
  return bytes
    .slice(valueStart, Math.min(valueEnd, valueStart + LONGEST_VALUE))
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .trim();
}

export const LONGEST_VALUE = 64_000;

/** The line breaks in a value with the blanks around them, which are read as one blank. */
export function* foldsIn(value: string): Generator<{ readonly start: number; readonly end: number }> {
  for (let feed = value.indexOf('\n'); feed >= 0; ) {
    let start = feed > 0 && value[feed - 1] === '\r' ? feed - 1 : feed;
    while (start > 0 && isBlank(value[start - 1])) start--;
    let end = feed + 1;
    while (end < value.length && isBlank(value[end])) end++;
    yield { start, end };
    feed = value.indexOf('\n', end);
  }
}
