import type { HeaderName } from '../core/mail.ts';
import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { anyOf } from './any-of.ts';
import { headerLine } from './header-names.ts';
import type { MailLine } from './lines.ts';

/** Lines of a mail that its writer did not write: the mail that is answered, or one that is passed on. */
export interface QuotedPart extends Range {
  readonly kind: 'quote' | 'forward';
}

/**
 * Finds what is quoted: lines behind ">", and all that follows "-----Original Message-----", the block of headers that
 * Outlook puts there, or "On … wrote:" where the lines after it have no marks.
 * @param isForward the subject says that the mail passes another one on
 */
export function quotedParts(lines: readonly MailLine[], isForward: boolean): readonly QuotedPart[] {
  const parts: { start: number; end: number; kind: QuotedPart['kind'] }[] = [];
  const add = (from: MailLine, to: MailLine, kind: QuotedPart['kind']) => {
    const last = parts.at(-1);
    // The line break between two quoted lines belongs to the quote.
    if (last !== undefined && last.kind === kind && last.end + 1 >= from.start) last.end = to.end;
    else parts.push({ start: from.start, end: to.end, kind });
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as MailLine;
    if (line.isBlank) continue;
    const isMarked = MARKED.test(line.words);
    const rest = isMarked ? undefined : restFrom(lines, at, isForward);
    if (rest !== undefined) {
      add(rest.from, lines.at(-1) as MailLine, rest.kind);
      return parts;
    }
    const last = isMarked ? at : attributionEnd(lines, at);
    if (last === undefined) continue;
    add(line, lines[last] as MailLine, 'quote');
    at = last;
  }
  return parts;
}

/** Whether all that follows is quoted: below a separator, a block of headers, or an attribution without marked lines. */
function restFrom(
  lines: readonly MailLine[],
  at: number,
  isForward: boolean,
): { readonly from: MailLine; readonly kind: QuotedPart['kind'] } | undefined {
  const line = lines[at] as MailLine;
  const kind = isForward ? 'forward' : 'quote';
  const separator = separatorIn(line.words);
  if (separator !== undefined) return { from: line, kind: separator === 'forward' ? separator : kind };
  if (isHeaderBlock(lines, at)) {
    const above = lines[at - 1];
    return { from: above !== undefined && /^\s*[-_=]{5,}\s*$/.test(above.words) ? above : line, kind };
  }
  const last = attributionEnd(lines, at);
  if (last === undefined) return undefined;
  const next = lines.slice(last + 1, last + 4).find(({ isBlank }) => !isBlank);
  return next !== undefined && !MARKED.test(next.words) ? { from: line, kind } : undefined;
}

/** Some programs put no verb there: "ср, 30 апр. 2025 г. в 15:19, Ann Lee <ann@example.com>:". */
const DATED = /(?:19|20)\d\d.{1,200}<[^<>\s]{1,100}@[^<>\s]{1,100}>\s?[:：]\s*$/;

/** Some programs put the initials of the writer before the mark: "AL> When?". */
const MARKED = /^\s{0,3}(?:\p{Lu}{2,3}(?=> ))?[>＞]/u;

/** A line longer than this is a paragraph. */
const LONGEST = 300;

let expressions:
  | { original: RegExp; attributed: RegExp; forwarded: RegExp; begins: RegExp; opens: RegExp; closes: RegExp }
  | undefined;

function known() {
  const all = (key: 'original' | 'forwarded' | 'quoteOpens' | 'quoteCloses') =>
    anyOf(LANGUAGES.flatMap(({ mail }) => mail[key]));
  expressions ??= {
    original: new RegExp(`^\\s*[-_—=─*]{2,}\\s*${all('original')}[^-_—=─*\\n]{0,60}[-_—=─*]{2,}\\s*$`, 'iu'),
    attributed: new RegExp(`^\\s*-{3,}\\s*${all('quoteOpens')}\\s.{4,200}\\s${all('quoteCloses')}\\s*-{3,}\\s*$`, 'iu'),
    forwarded: new RegExp(`^\\s*[-_—=─*]{2,}\\s*${all('forwarded')}[^-_—=─*\\n]{0,60}[-_—=─*]{2,}\\s*$`, 'iu'),
    begins: new RegExp(`^\\s*${all('forwarded')}\\s*[:：]\\s*$`, 'iu'),
    opens: new RegExp(`^\\s*${all('quoteOpens')}(?:\\s|(?<=\\p{Script=Han}))`, 'iu'),
    closes: new RegExp(`${all('quoteCloses')}\\s?[:：]\\s*$`, 'iu'),
  };
  return expressions;
}

function separatorIn(line: string): QuotedPart['kind'] | undefined {
  // Nothing else is asked of most lines.
  if (line.length > LONGEST || !/^\s*[-_—=─*]{2,}|[:：]\s*$/.test(line)) return undefined;
  const { original, attributed, forwarded, begins } = known();
  const words = line.normalize('NFC');
  if (forwarded.test(words) || begins.test(words)) return 'forward';
  return original.test(words) || attributed.test(words) ? 'quote' : undefined;
}

/** Outlook's block: "From: …" with two other headers in the lines after it. */
function isHeaderBlock(lines: readonly MailLine[], at: number): boolean {
  const first = headerLine((lines[at] as MailLine).words);
  if (first?.name === undefined || first.name === 'subject') return false;
  const names = new Set<HeaderName>([first.name]);
  for (const line of lines.slice(at + 1, at + 9)) {
    const name = line.isBlank ? undefined : headerLine(line.words)?.name;
    if (name !== undefined) names.add(name);
  }
  return names.has('from') && (names.has('date') || names.has('to')) && names.size >= 3;
}

/** The last line of "On Monday, Ann Lee <ann@example.com> wrote:", which may be broken twice; undefined where none begins. */
function attributionEnd(lines: readonly MailLine[], at: number): number | undefined {
  let joined = '';
  for (let last = at; last < Math.min(lines.length, at + 3); last++) {
    const line = lines[last] as MailLine;
    if (line.isBlank || line.words.length + joined.length > LONGEST) return undefined;
    joined += `${joined === '' ? '' : ' '}${line.words.trim().normalize('NFC')}`;
    const { opens, closes } = known();
    // A quoted mail is told by its date or the address of its writer.
    const isNamed =
      joined.includes('@') || (/\d/.test(joined) && (opens.test(joined) || /\d{4}|\d[:：]\d\d/.test(joined)));
    if (/[:：]\s*$/.test(joined)) return (closes.test(joined) || DATED.test(joined)) && isNamed ? last : undefined;
    if (last === at && !opens.test(joined) && !joined.includes('@') && !/(?:19|20)\d\d/.test(joined)) return undefined;
  }
  return undefined;
}
