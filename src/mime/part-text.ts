import type { Edit, Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { Range } from '../core/span.ts';
import { decodeBase64, encodeBase64, wrapBase64 } from './base64.ts';
import type { ByteRun } from './byte-run.ts';
import { encodeWords, isAscii, unitPlaces } from './charset.ts';
import type { Placed, PlacedEdit, PlacedText } from './placed-text.ts';
import { placedText } from './placed-text.ts';
import type { BytePlaces } from './quoted-printable.ts';
import { decodeQuotedPrintable, encodeQuotedPrintable } from './quoted-printable.ts';

/** How the bytes of a part are written: as they are, or so that they survive on the way. */
export type Transfer = '7bit' | '8bit' | 'quoted-printable' | 'base64';

/** What a Content-Transfer-Encoding says; undefined for what nobody knows. */
export function transferNamed(name: string): Transfer | undefined {
  switch (name.trim().toLowerCase()) {
    case '':
    case '7bit':
      return '7bit';
    case '8bit':
    case 'binary':
      return '8bit';
    case 'quoted-printable':
      return 'quoted-printable';
    case 'base64':
      return 'base64';
    default:
      return undefined;
  }
}

/** The body of a part as it is written. */
export interface CodedBody {
  readonly run: ByteRun;
  readonly transfer: Transfer;
  /** CRLF or LF. */
  readonly lineBreak: string;
}

export function bytesOf({ run, transfer }: CodedBody, places?: BytePlaces): string {
  if (transfer === 'quoted-printable') return decodeQuotedPrintable(run.bytes, places);
  if (transfer === 'base64') return decodeBase64(run.bytes, places);
  return run.bytes;
}

/** A body that was decoded, with the way back. */
export function partText(body: CodedBody, bytes: string, words: string, charset: string): PlacedText {
  const { run, transfer } = body;
  let made: Chain | undefined;
  const chain = () => {
    made ??= chainOf(body, bytes, words, charset);
    return made;
  };
  const edit: PlacedEdit = (range, replacement) => {
    const { units, bytePlaces } = chain();
    if (units === undefined) return refusal('the part is too long to tell the places of its words');
    const start = range.start < words.length ? (units.starts[range.start] as number) : bytes.length;
    const end = range.end > range.start ? (units.ends[range.end - 1] as number) : start;
    const written = encodeWords(replacement, charset);
    if (written === undefined) return refusal(`the encoding of the mail, ${charset}, has not all of these characters`);
    if (transfer === 'base64') return codedAnew(body, bytes.slice(0, start) + written + bytes.slice(end));
    if (bytePlaces === undefined) return spelt(body, { start, end }, written);
    const from = bytePlaces.starts[start] ?? run.bytes.length;
    const to = end === start ? from : (bytePlaces.ends[end - 1] as number);
    return spelt(body, { start: from, end: to }, written);
  };
  return placedText(words, () => placedBy(body, chain()), edit);
}

/** All of a part in base64: what follows the words is coded otherwise, where their number changes. */
function codedAnew({ run, lineBreak }: CodedBody, bytes: string): Edit | Refusal {
  const start = run.bytes.search(/[A-Za-z0-9+/]/);
  let end = run.bytes.length;
  while (end > start && /[^A-Za-z0-9+/=]/.test(run.bytes[end - 1] as string)) end--;
  if (start < 0) return refusal('there are no words in the part');
  return {
    span: { start: run.startOf(start), end: run.endOf(end - 1) },
    words: wrapBase64(encodeBase64(bytes), lineBreak),
  };
}

/** @param range in the bytes of the body as they are written */
function spelt({ run, transfer, lineBreak }: CodedBody, range: Range, written: string): Edit | Refusal {
  const { start, end } = range;
  const span = { start: run.startOf(start), end: end > start ? run.endOf(end - 1) : run.startOf(start) };
  const lineStart = start === 0 ? 0 : run.bytes.lastIndexOf('\n', start - 1) + 1;
  if (transfer === 'quoted-printable') {
    const behind = /\r?\n|$/.exec(run.bytes.slice(end, end + LONGEST_LINE))?.index ?? LONGEST_LINE;
    return { span, words: encodeQuotedPrintable(written, start - lineStart, behind, lineBreak) };
  }
  if (transfer === '7bit' && !isAscii(written)) return refusal('the part is declared to hold ASCII alone');
  const lineEnd = run.bytes.indexOf('\n', end);
  const lines = run.bytes.slice(lineStart, start) + written + run.bytes.slice(end, lineEnd < 0 ? undefined : lineEnd);
  if (lines.split('\n').some((line) => line.length > LONGEST_LINE))
    return refusal(`the line would be longer than ${LONGEST_LINE} bytes, which mails may not have`);
  return { span, words: written };
}

/** RFC 5322, without the line break. */
const LONGEST_LINE = 998;

/** From units to bytes, and from bytes to the signs that code them. */
interface Chain {
  readonly units: ReturnType<typeof unitPlaces>;
  readonly bytePlaces: BytePlaces | undefined;
}

function chainOf(body: CodedBody, bytes: string, words: string, charset: string): Chain {
  const isCoded = body.transfer === 'quoted-printable' || body.transfer === 'base64';
  const bytePlaces: BytePlaces | undefined = isCoded ? { starts: [], ends: [] } : undefined;
  if (bytePlaces !== undefined) bytesOf(body, bytePlaces);
  return { units: unitPlaces(bytes, words, charset), bytePlaces };
}

function placedBy({ run, transfer }: CodedBody, { units, bytePlaces }: Chain): Placed {
  const end = run.startOf(run.bytes.length);
  if (units === undefined) return { startOf: () => run.startOf(0), endOf: () => end, isExact: () => false, end };
  const { starts, ends } = units;
  const isExact = transfer !== 'base64';
  const codedStart = (byte: number) => bytePlaces?.starts[byte] ?? (bytePlaces === undefined ? byte : run.bytes.length);
  const codedEnd = (byte: number) => bytePlaces?.ends[byte] ?? byte + 1;
  return {
    startOf: (unit) => run.startOf(codedStart(starts[unit] as number)),
    endOf: (unit) => run.endOf(codedEnd((ends[unit] as number) - 1) - 1),
    isExact: () => isExact,
    end,
  };
}
