import { cellsOf } from '../core/cells.ts';
import type { Range } from '../core/span.ts';
import { NO_CONTEXT } from '../detectors/detector.ts';
import { name } from '../detectors/name.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { foldingFor } from '../matching/fold.ts';
import { anyOf } from './any-of.ts';
import type { MailLine } from './lines.ts';

/** Where polite formulas stand in what the writer of a mail wrote. */
export interface Courtesies {
  /** "Kind regards", 此致, Құрметпен. */
  readonly valedictions: readonly Range[];
  /** Thanks and goodbyes: lines that are no name, however short. */
  readonly closings: readonly Range[];
}

/** The lines of a signature, and where the delimiter above them begins. */
export interface Signature extends Range {
  readonly from: number;
}

/**
 * The signature below a mail, or undefined: what follows "-- ", else what follows the valediction, else last lines that
 * name a person, a team or a way of contact.
 * @param lines the mail's, with quoted ones blank
 */
export function signatureIn(lines: readonly MailLine[], courtesies: Courtesies): Signature | undefined {
  const written = lines.filter(({ isBlank }) => !isBlank);
  const last = written.at(-1);
  if (last === undefined) return undefined;
  const below = belowDelimiter(written);
  if (below !== undefined) return { ...below, end: last.end };
  const start = signatureStart(written, courtesies);
  return start === undefined ? undefined : { from: start, start, end: last.end };
}

function signatureStart(written: readonly MailLine[], courtesies: Courtesies): number | undefined {
  const tail = written.slice(-MOST_LINES - 1);
  return (
    afterValediction(tail, courtesies) ?? namingLines(tail.length === written.length ? tail.slice(1) : tail, courtesies)
  );
}

/** A signature with legal notes may have this many lines; more is text. */
const MOST_LINES = 14;
const WIDEST = 70;

function belowDelimiter(written: readonly MailLine[]): { from: number; start: number } | undefined {
  for (let at = written.length - 1; at >= 0; at--) {
    const { words, start: from } = written[at] as MailLine;
    const isDelimiter = /^(?:--|—|––|−−) ?$/.test(words);
    if (!isDelimiter && !/^\s*(?:-{3,}|_{2,}|={3,}|—{2,})\s*$/.test(words)) continue;
    const after = written.slice(at + 1);
    if (after.length === 0) continue;
    // A line across the page also parts the sections of a text.
    if (isDelimiter || (after.length <= MOST_LINES && after.every((line) => isPlain(line, []))))
      return { from, start: (after[0] as MailLine).start };
    return undefined;
  }
  return undefined;
}

function afterValediction(tail: readonly MailLine[], { valedictions }: Courtesies): number | undefined {
  for (let at = tail.length - 1; at >= 0; at--) {
    const line = tail[at] as MailLine;
    const hit = valedictions.find(
      ({ start, end }) => start >= line.start && start <= line.end && isBlankOrBullet(line, start) && end > start,
    );
    if (hit === undefined) continue;
    const after = tail.slice(at + 1);
    if (!after.every(isShort)) return undefined;
    // A phrase may have taken in the name below it.
    const rest = line.end - hit.end > 0 ? restOf(line, hit.end) : undefined;
    if (rest !== undefined) return cellsOf(line.words.slice(rest - line.start)) <= WIDEST / 2 ? rest : undefined;
    return after[0]?.start;
  }
  return undefined;
}

function isBlankOrBullet(line: MailLine, at: number): boolean {
  return /^[\s*_~—–-]*$/.test(line.words.slice(0, at - line.start));
}

/** Where a name begins behind the valediction in its own line: "Kind regards, Mia". */
function restOf(line: MailLine, from: number): number | undefined {
  const rest = line.words.slice(from - line.start);
  const name = rest.search(/[\p{L}\p{N}]/u);
  return name < 0 ? undefined : from + name;
}

function namingLines(tail: readonly MailLine[], { closings, valedictions }: Courtesies): number | undefined {
  let from = tail.length;
  while (from > 0 && isPlain(tail[from - 1] as MailLine, [...closings, ...valedictions])) from--;
  const naming = tail.slice(from).findIndex(({ words }) => isNaming(words));
  return naming < 0 ? undefined : (tail[from + naming] as MailLine).start;
}

function isShort({ words }: MailLine): boolean {
  return cellsOf(words) <= WIDEST;
}

/** No sentence, no item of a list and no thanks. */
function isPlain(line: MailLine, courtesies: readonly Range[]): boolean {
  return (
    isShort(line) &&
    !/[!?。！？…;；，,:：]\s*$|(?<!(?:Inc|Ltd|Co|Corp|LLC|Jr|Sr|St|Ave|Rd|көш|ул))\.\s*$/u.test(line.words) &&
    !/^\s*(?:[-*•·]\s|\d{1,2}[.)、]|[①-⑳]|第.步)/u.test(line.words) &&
    !courtesies.some(({ start, end }) => start < line.end && end > line.start)
  );
}

/** A person, a team, a telephone, an address of mail or of the web. */
function isNaming(words: string): boolean {
  const line = words.trim();
  return (
    NAME.test(line) ||
    isHanName(line) ||
    HAN_TEAM.test(line) ||
    /[\p{L}\p{N}]@[\p{L}\p{N}]|(?:https?:\/\/|www\.)\S/u.test(line) ||
    /(?:\+|\(|\d)[\d\s()./-]{6,}\d\s*$/.test(line) ||
    isSentFrom(line)
  );
}

/** "Mia", "Mia Lo, Customer Care", "Айда Сейіт | қолдау маманы", "The Greenleaf Team". */
const NAME =
  /^\p{Lu}[\p{L}\p{M}'’.-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{0,24}){0,3}(?:\s?[,|/–—-]\s?[\p{L}\p{M}\s&'’.,-]{2,50})?$/u;

/** 小郑, 王芳: a Chinese name alone in its line. */
function isHanName(line: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(line)) return false;
  const folded = foldingFor('none').words(line);
  return name.find({ words: line, folded }, NO_CONTEXT).some(({ start, end }) => start === 0 && end === line.length);
}

/** 小郑|售后专员, 青禾家居客服部, 客服 小敏. */
const HAN_TEAM =
  /^[\p{Script=Han}\p{Script=Latin}\d\s|｜/·・.-]{0,24}(?:客服|专员|專員|经理|經理|主管|顾问|顧問|团队|團隊|中心|部|组|組|公司|旗舰店|旗艦店|商城|集团|集團|敬上|谨上|謹上|敬启|敬啟)(?:[\s|｜/·:：-]{0,3}[\p{Script=Han}\p{Script=Latin}]{1,10})?$/u;

let sentFrom: RegExp | undefined;

/** The line that a phone puts below a mail. */
function isSentFrom(line: string): boolean {
  sentFrom ??= new RegExp(`^${anyOf(LANGUAGES.flatMap(({ mail }) => mail.sentFrom))}`, 'iu');
  return sentFrom.test(line.normalize('NFC'));
}
