import { parse as parseYaml } from 'yaml';
import type { Document } from '../src/core/document.ts';
import { applyEdits, isRefusal } from '../src/core/edit.ts';
import type { Mail } from '../src/core/mail.ts';
import type { Source } from '../src/core/source.ts';
import type { Range, Span } from '../src/core/span.ts';
import type { Location, Text } from '../src/core/text.ts';
import { slice } from '../src/core/text.ts';
import type { ReadDocument, Syntax } from '../src/formats/read-document.ts';

/**
 * The law of the readers, checked from outside: what a text says of its place is read back from the source with
 * nothing but the rules of escapes. Each check answers with a complaint, or undefined.
 */

/** The source at the span. */
export function rawAt({ text, base }: Source, { start, end }: Span): string {
  return text.slice(start - base.offset, end - base.offset);
}

/**
 * Every unit of an exact text stands in the source as itself, as an escape of itself, or as the white space around
 * a line break that was folded; in reading order; and each range stands where its units do.
 */
export function placeComplaint(source: Source, text: Text): string | undefined {
  const { words } = text;
  if (words.length > LONGEST) {
    const starts = [0, words.length >> 1, words.length - PIECE];
    return starts
      .map((start) => placeComplaint(source, slice(text, { start, end: start + PIECE })))
      .find((complaint) => complaint !== undefined);
  }
  const whole = text.locate({ start: 0, end: words.length });
  if (!whole.exact) return undefined;
  const places = Array.from({ length: words.length }, (_, unit) => text.locate({ start: unit, end: unit + 1 }));
  const misplaced = unitsComplaint(source, words, places);
  if (misplaced !== undefined) return misplaced;
  for (const range of someRanges(words.length)) {
    const complaint = rangeComplaint(text, range, places);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function unitsComplaint(source: Source, words: string, places: readonly Location[]): string | undefined {
  let last: Span | undefined;
  for (const [unit, { spans, exact }] of places.entries()) {
    // A line break between the lines of a message may stand nowhere.
    if (!exact && words[unit] === '\n') continue;
    const [span] = spans;
    if (words[unit] === '\n' && isPartedBreak(source, spans)) {
      last = spans[1];
      continue;
    }
    if (!exact || span === undefined || spans.length > 1) return `unit ${unit} has no place of its own`;
    // The line feed that the YAML parser puts behind a block at the end of the file, if there is none.
    const isEnd = span.start === source.base.offset + source.text.length && unit === words.length - 1;
    if (isEnd && span.end === span.start && words[unit] === '\n') continue;
    const isSame = last !== undefined && last.start === span.start && last.end === span.end;
    if (last !== undefined && !isSame && span.start < last.end) return `unit ${unit} stands before the one before it`;
    last = span;
    const raw = rawAt(source, span);
    if (!isReadAt(source, raw, words, unit, isSame))
      return `unit ${unit} of ${show(words)} is said to stand at ${show(raw)}`;
  }
  return undefined;
}

/** @param isShared several units stand for the same signs of the source */
function isReadAt(source: Source, raw: string, words: string, unit: number, isShared: boolean): boolean {
  const reads = isShared ? (decodeEscape(raw) ?? decodeHtml(raw)) : undefined;
  const isRead = isShared ? reads?.endsWith(words[unit] as string) : standsFor(raw, words, unit);
  return isRead === true || (source.mails !== undefined && mailReads(raw, words, unit));
}

/** A line break whose two signs are parted by blanks that quoted-printable passes over. */
function isPartedBreak(source: Source, spans: readonly Span[]): boolean {
  return spans.length === 2 && spans.map((one) => rawAt(source, one)).join('') === '\r\n';
}

const MAIL_ENCODINGS = ['utf-8', 'gb18030', 'big5', 'windows-1251', 'windows-1252', 'koi8-r', 'utf-16le', 'utf-16be'];

/** Whether bytes of a mail stand for a unit of its words: as they are or in quoted-printable, in one encoding or another. */
function mailReads(raw: string, words: string, unit: number): boolean {
  // A character may be cut by a break that was put there on the way.
  const bytes = raw
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/\n>(?=>*From )/g, '\n')
    .replace(/=([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return MAIL_ENCODINGS.some((encoding) => {
    const read = new TextDecoder(encoding, { ignoreBOM: true }).decode(Buffer.from(bytes, 'latin1'), { stream: true });
    // A line that ends is a line feed, in HTML a blank; what is no character has a sign of its own.
    if (words[unit] === '\ufffd' || /^\r?\n$/.test(read)) return /[\n \ufffd]/.test(words[unit] as string);
    const sign = decodeHtml(read) ?? read;
    return (
      words.startsWith(sign, unit) ||
      (sign.length > 1 && words.startsWith(sign, unit - sign.length + 1)) ||
      isNamedEntity(read)
    );
  });
}

/** Of a longer text only its start, middle and end are looked at. */
const LONGEST = 2000;
const PIECE = 400;

/** What of the source between the first and last unit belongs to no unit; white space alone where nothing was lost. */
export function unplacedSource(source: Source, text: Text): string {
  const { spans } = text.locate({ start: 0, end: text.words.length });
  let between = '';
  spans.forEach(({ end }, index) => {
    const next = spans[index + 1];
    if (next !== undefined) between += rawAt(source, { start: end, end: next.start });
  });
  return between;
}

/** The edit is refused with a reason, or changes the string where the text stands and no other one. */
export function treeEditComplaint(source: Source, syntax: Syntax, text: Text, range: Range, words: string) {
  const edit = text.edit(range, words);
  if (isRefusal(edit)) return edit.refused.trim() === '' ? 'an edit is refused without a reason' : undefined;
  const expected = text.words.slice(0, range.start) + words + text.words.slice(range.end);
  const after = applyEdits(source.text, [edit], source.base.offset);
  const told = () =>
    `${show(text.words)} with ${show(words)} at ${range.start}-${range.end}, written ${show(edit.words)} in place of ${show(rawAt(source, edit.span))}`;
  let leaves: readonly Leaf[];
  try {
    leaves = leavesOf(after, syntax);
  } catch (error) {
    return `after the edit the source cannot be read (${String(error)}): ${told()}`;
  }
  const before = leavesOf(source.text, syntax);
  if (before.length !== leaves.length) return `the edit changes the shape of the source: ${told()}`;
  const changed = before.flatMap((leaf, index) => {
    const other = leaves[index] as Leaf;
    return leaf.path === other.path && Object.is(leaf.value, other.value) ? [] : [{ leaf, other }];
  });
  if (changed.length === 0 && expected === text.words) return undefined;
  const [only] = changed;
  if (only === undefined || changed.length > 1) return `the edit changes ${changed.length} values: ${told()}`;
  if (only.leaf.path !== only.other.path) return `the edit changes a key: ${told()}`;
  if (only.leaf.value !== text.words) return `the edit changes another value, ${show(only.leaf.value)}: ${told()}`;
  if (only.other.value !== expected) return `after the edit the text is ${show(only.other.value)}: ${told()}`;
  return undefined;
}

/** Every text of a document, each once: the first mail of a conversation has its subject, an entry may be titled by it. */
export function textsOf(document: Document): readonly Text[] {
  switch (document.kind) {
    case 'draft':
      return [...headersIn(document.mail), document.text];
    case 'library':
      return document.entries.flatMap(({ title, body, mail }) => [
        ...new Set([...(title === undefined ? [] : [title]), ...headersIn(mail), body]),
      ]);
    case 'conversation': {
      const { subject, messages } = document.conversation;
      const said = messages.flatMap(({ text, mail }) => [...headersIn(mail), text]);
      return [...new Set([...(subject === undefined ? [] : [subject]), ...said])];
    }
  }
}

/** The headers that people read; what programs read may not be rewritten. */
function headersIn(mail: Mail | undefined): readonly Text[] {
  if (mail === undefined) return [];
  const { subject, from, to, cc, 'reply-to': replyTo } = mail.headers;
  return [subject, from, replyTo, to, cc, mail.html].filter((text) => text !== undefined);
}

/** Words for a complaint, whatever they hold. */
export function show(words: unknown): string {
  const shown = JSON.stringify(words) ?? String(words);
  return shown.length > 200 ? `${shown.slice(0, 200)}…` : shown;
}

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leavesOf(text: string, syntax: Syntax): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) leaves.push({ path, value });
    else for (const [key, inside] of Object.entries(value)) walk(inside, `${path}/${JSON.stringify(key)}`);
  };
  const markless = text.replace(/^\ufeff/, '');
  const value: unknown =
    syntax === 'json' ? JSON.parse(markless) : parseYaml(markless.replace(/\r(?!\n)/g, '\n'), { logLevel: 'error' });
  walk(value, '');
  return leaves;
}

/** Whether the source text at one unit's place reads as the unit, and what follows it where an escape holds two. */
function standsFor(raw: string, words: string, unit: number): boolean {
  if (raw === words[unit]) return true;
  if (/^[ \t]*(?:\r?\n|\r)\s*$/.test(raw)) return words[unit] === ' ' || words[unit] === '\n';
  if (raw === "''") return words[unit] === "'";
  // A quote in a quoted cell of CSV.
  if (raw === '""') return words[unit] === '"';
  const decoded = decodeEscape(raw) ?? decodeHtml(raw);
  if (decoded !== undefined && words.startsWith(decoded, unit)) return true;
  // Of the two thousand named entities, most are no ASCII.
  if (isNamedEntity(raw)) return /[^\n -~]/.test(words[unit] as string);
  return /^\s$/.test(unescaped(raw)) && words[unit] === ' ';
}

/** What a piece of HTML stands for, which may itself be written with escapes. */
function decodeHtml(raw: string): string | undefined {
  const markup = unescaped(raw);
  if (/^<br\b[^>]*>$/i.test(markup)) return '\n';
  const number = /^&#(?:(\d+)|x([\da-f]+));?$/i.exec(markup);
  if (number === null) return ENTITIES[/^&(\w+);?$/.exec(markup)?.[1] ?? ''];
  const code = number[1] === undefined ? Number.parseInt(number[2] as string, 16) : Number(number[1]);
  // What HTML replaces: controls of an old code page, halves of characters, what is no character.
  if (code === 0 || (code >= 0x80 && code < 0xa0) || (code >= 0xd800 && code < 0xe000) || code > 0x10ffff)
    return undefined;
  return String.fromCodePoint(code);
}

function isNamedEntity(raw: string): boolean {
  return /^&(?:#\w+|[a-z][a-z\d]*);?$/i.test(unescaped(raw)) && decodeHtml(raw) === undefined;
}

function unescaped(raw: string): string {
  return raw.replace(/\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|[^\r\n])/gi, (sign) => decodeEscape(sign) ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\xa0',
  eacute: 'é',
};

/** What an escape of JSON or of a double-quoted YAML string stands for. */
function decodeEscape(raw: string): string | undefined {
  const hex = /^\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))$/i.exec(raw);
  if (hex !== null) return String.fromCodePoint(Number.parseInt((hex[1] ?? hex[2] ?? hex[3]) as string, 16));
  return /^\\[^\r\n]$/.test(raw) ? ESCAPES[raw[1] as string] : undefined;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  ' ': ' ',
  '\t': '\t',
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** All ranges of a short text; of a longer one the short ranges, those from its start and those to its end. */
function* someRanges(length: number): Generator<Range> {
  const step = length <= 24 ? 1 : Math.ceil(length / 24);
  for (let start = 0; start <= length; start += step)
    for (let end = start; end <= length; end += step) yield { start, end };
  if (step > 1) for (let start = 0; start < length; start++) yield { start, end: Math.min(length, start + 2) };
}

/** A range stands where its units stand, and an empty one where its neighbours meet. */
function rangeComplaint(text: Text, range: Range, places: readonly Location[]): string | undefined {
  const { spans } = text.locate(range);
  const told = () => `range ${range.start}-${range.end} of ${show(text.words)}`;
  if (range.start === range.end) {
    const [span] = spans;
    if (span === undefined || spans.length > 1 || span.start !== span.end)
      return `${told()} is empty, its place is not`;
    const before = places[range.start - 1];
    const after = places[range.end];
    const isInside = before !== undefined && before.spans[0]?.start === after?.spans[0]?.start;
    if (before?.exact && !isInside && span.start < (before.spans.at(-1)?.end ?? 0)) return `${told()} is too early`;
    if (after?.exact && span.start > (after.spans[0]?.start ?? 0)) return `${told()} is too late`;
    return undefined;
  }
  const units = places.slice(range.start, range.end).flatMap(({ spans: unit, exact }) => (exact ? unit : []));
  // Words that stand nowhere have no unit; their range is a neighbourhood.
  if (units.length === 0) return undefined;
  return covered(spans) === covered(units) ? undefined : `${told()} stands elsewhere than its units`;
}

/** The source that the spans cover together. */
function covered(spans: readonly Span[]): string {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(end, last.end);
    else joined.push({ start, end });
  }
  return joined.map(({ start, end }) => `${start}-${end}`).join(' ');
}

/** The edit is refused, or the source reads as before but for the words of the text. */
export function documentEditComplaint(
  { source, read, text: index }: { source: Source; read: (source: Source) => ReadDocument; text: number },
  range: Range,
  words: string,
): string | undefined {
  const before = read(source);
  const texts = before.documents.flatMap(textsOf);
  const text = texts[index] as Text;
  const edit = text.edit(range, words);
  if (isRefusal(edit)) return edit.refused.trim() === '' ? 'an edit is refused without a reason' : undefined;
  const after = read({ ...source, text: applyEdits(source.text, [edit], source.base.offset) });
  const told = () => `after ${show(words)} at ${range.start}-${range.end} of ${show(text.words)}`;
  const [framed, expected] = [frameOf(after), frameOf(before)];
  if (framed !== expected) return `${told()} the source reads otherwise: ${framed} and not ${expected}`;
  const isSame = (one: Text, at: number) => {
    const old = (texts[at] as Text).words;
    return one.words === (at === index ? old.slice(0, range.start) + words + old.slice(range.end) : old);
  };
  // The markup of a mail and its words are two views of one place.
  const isView = (at: number) =>
    at !== index &&
    source.mails !== undefined &&
    (texts[at] as Text).locate(all(texts[at] as Text)).spans.some((span) => touches(span, edit.span));
  const wrong = after.documents.flatMap(textsOf).findIndex((one, at) => !isView(at) && !isSame(one, at));
  return wrong < 0 ? undefined : `${told()} text ${wrong} (edited: ${index}) is wrong`;
}

function all({ words }: Text): Range {
  return { start: 0, end: words.length };
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

/** Everything that was read but places and the words of texts. */
function frameOf({ documents, problems, format }: ReadDocument): string {
  return JSON.stringify([
    format,
    problems.map(({ id, data }) => [id, data]),
    documents.map((document) => {
      switch (document.kind) {
        case 'library':
          return [
            document.guesses,
            document.entries.map(({ id, title, language, channel, mail }) => [
              id,
              title === undefined,
              language,
              channel,
              mailFrame(mail),
            ]),
          ];
        case 'conversation': {
          const { messages, subject, ...about } = document.conversation;
          const said = messages.map((message) => ({ ...message, text: undefined, mail: mailFrame(message.mail) }));
          return [document.guesses, about, subject === undefined, said];
        }
        default:
          return [document.guesses, document.channel, document.at, mailFrame(document.mail)];
      }
    }),
  ]);
}

function mailFrame(mail: Mail | undefined): unknown {
  return mail && [Object.keys(mail.headers).sort(), mail.isBulk, mail.html === undefined];
}
