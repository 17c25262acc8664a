import type { Conversation, Message, Role } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { InputProblem, ReadResult } from '../core/input.ts';
import type { Mail } from '../core/mail.ts';
import { mailOf } from '../core/mail.ts';
import type { MailSource, ThreadPlace } from '../core/mail-source.ts';
import type { Source } from '../core/source.ts';
import type { Correspondent } from '../mail/correspondents.ts';
import { addressesIn, correspondentIn, isAgentNamed } from '../mail/correspondents.ts';
import type { Letter, Roles } from '../mail/letter-roles.ts';
import { deskScores, guessRoles } from '../mail/letter-roles.ts';
import { mailsIn } from '../mime/mbox.ts';
import type { RawMail } from '../mime/raw-mail.ts';
import { readMail } from '../mime/raw-mail.ts';
import { ThreadIndex } from '../mime/thread-index.ts';
import { inThreadOrder } from '../mime/thread-order.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { FormatSettings } from './format.ts';

/** Reads the mails of a source as conversations, or as what the configuration says that they are. */
export function readMails(
  source: Source,
  mails: MailSource,
  settings: FormatSettings,
  readHtml: HtmlReader | undefined,
): ReadResult {
  if (source.text.trim() === '') return { documents: [], problems: [] };
  const read = mailsOf(source, mails, readHtml);
  const problems = read.flatMap(({ mail }) => problemsOf(mail));
  const above = mails.holds === 'mbox' ? textAboveMails(source) : undefined;
  if (above !== undefined) problems.unshift(above);
  const real = read.filter(({ mail }) => mail.hasHead);
  if (settings.kind === 'library' || settings.kind === 'draft')
    return { documents: asKind(settings.kind, real, settings), problems };
  const drafts = settings.kind === undefined ? real.filter(({ mail }) => mail.isUnsent) : [];
  const threads = threadsOf(real.filter((one) => !drafts.includes(one)));
  const conversations = conversationsOf(threads, mails, settings);
  return {
    documents: [...draftsOf(drafts, settings, ['The mail was not sent yet: X-Unsent.']), ...conversations.documents],
    problems: [...problems, ...conversations.problems],
  };
}

interface PlacedMail {
  readonly mail: RawMail;
  readonly place: ThreadPlace | undefined;
}

function mailsOf(source: Source, mails: MailSource, readHtml: HtmlReader | undefined): readonly PlacedMail[] {
  const { text, base } = source;
  const isMbox = mails.holds === 'mbox';
  const ranges = isMbox ? mailsIn(text) : [{ start: 0, end: text.length }];
  const guess = (bytes: string) => mails.guess(bytes);
  return ranges.map(({ start, end }, number) => ({
    mail: readMail(text.slice(start, end), base.offset + start, { isMbox, guess, readHtml }),
    place: mails.threadOf?.(number),
  }));
}

function problemsOf(mail: RawMail): readonly InputProblem[] {
  const problems = mail.hasHead
    ? mail.problems
    : [{ reason: 'it is no mail: it does not begin with headers', at: mail.start }];
  return problems.map(({ reason, at }) => ({
    id: 'input/malformed',
    span: { start: at, end: at },
    data: { problem: reason },
  }));
}

function textAboveMails({ text, base }: Source): InputProblem | undefined {
  const first = mailsIn(text)[0]?.start ?? text.length;
  if (text.slice(0, first).trim() === '') return undefined;
  const problem =
    first === text.length
      ? 'no mail begins in it: there is no line such as “From ann@example.com Wed May  1 10:20:26 2024”'
      : 'what stands above the first mail is none';
  return { id: 'input/malformed', span: { start: base.offset, end: base.offset }, data: { problem } };
}

interface MailThread {
  readonly mails: readonly RawMail[];
  readonly place: ThreadPlace | undefined;
}

/** The threads in the order of their first mails. */
function threadsOf(placed: readonly PlacedMail[]): readonly MailThread[] {
  const all = placed.flatMap(({ mail, place }) => unpacked(mail).map((one) => ({ mail: one, place })));
  const index = new ThreadIndex();
  for (const { mail } of all) index.add(mail.ids);
  const threads = new Map<string, { mails: RawMail[]; place: ThreadPlace | undefined }>();
  all.forEach(({ mail, place }, number) => {
    // What the index of the file says counts for mails that stand in it themselves.
    const key = place === undefined ? `own ${index.threadOf(number)}` : `file ${place.thread}`;
    const thread = threads.get(key);
    if (thread === undefined) threads.set(key, { mails: [mail], place });
    else thread.mails.push(mail);
  });
  return [...threads.values()].map(({ mails, place }) => ({ mails: inThreadOrder(mails), place }));
}

/** The mail and those that it holds of the same conversation; a mail that holds nothing but mails stands for them. */
function unpacked(mail: RawMail): readonly RawMail[] {
  const held = everyNested(mail);
  if (held.length === 0) return [mail];
  if (mail.text.words.trim() === '') return held;
  const index = new ThreadIndex();
  for (const one of [mail, ...held]) index.add(one.ids);
  return [...held.filter((_, number) => index.threadOf(number + 1) === index.threadOf(0)), mail];
}

function everyNested({ nested }: RawMail): readonly RawMail[] {
  return nested.filter(({ hasHead }) => hasHead).flatMap((one) => [one, ...everyNested(one)]);
}

function conversationsOf(threads: readonly MailThread[], mails: MailSource, settings: FormatSettings): ReadResult {
  const lettersOf = new Map(threads.map((thread) => [thread, thread.mails.map(letterOf)]));
  const desks = deskScores([...lettersOf.values()]);
  const documents: Document[] = [];
  const unknown: { readonly speaker: string; readonly start: number }[] = [];
  for (const [thread, letters] of lettersOf) {
    const told = toldRoles(letters, settings.agents) ?? guessRoles(letters, desks);
    if (told === undefined) {
      const [first] = thread.mails as readonly [RawMail];
      unknown.push({ speaker: letters[0]?.from.shown ?? '', start: placeOfSender(first) });
      continue;
    }
    documents.push(conversationDocument(thread, letters, told, mails, settings));
  }
  return { documents, problems: unknownAgents(unknown) };
}

function letterOf(mail: RawMail): Letter {
  const { headers } = mail;
  return {
    from: correspondentIn(headers.from?.words ?? ''),
    to: [headers.to, headers.cc].flatMap((text) => addressesIn(text?.words ?? '')),
    answers: mail.ids.answered.length > 0,
    isBulk: mail.isBulk,
    role: mail.isBounce ? 'system' : mail.isAutomatic ? 'bot' : undefined,
  };
}

/** Whoever names agents has named them all; undefined where nobody of them writes here or is written to. */
function toldRoles(letters: readonly Letter[], agents: readonly string[]): Roles | undefined {
  if (agents.length === 0) return undefined;
  const isAgent = (one: Correspondent) => isAgentNamed(one, agents);
  const isHere = letters.some(
    ({ from, to }) => isAgent(from) || to.some((address) => isAgent({ name: undefined, address, shown: address })),
  );
  if (!isHere) return undefined;
  return { roles: letters.map(({ from, role }) => role ?? (isAgent(from) ? 'agent' : 'customer')), guesses: [] };
}

function conversationDocument(
  { mails, place }: MailThread,
  letters: readonly Letter[],
  { roles, guesses }: Roles,
  { holds }: MailSource,
  settings: FormatSettings,
): Document {
  const messages = mails.map(
    (mail, index): Message => ({
      index,
      role: roles[index] as Role,
      speaker: letters[index]?.from.shown,
      text: mail.text,
      at: mail.at,
      mail: mailPartOf(mail, settings),
    }),
  );
  const [first] = mails as readonly [RawMail];
  const subject = first.headers.subject;
  const conversation: Conversation = {
    id: first.ids.id,
    channel: 'email',
    subject,
    messages,
    start: place?.beginsBefore === true || first.ids.answered.length > 0 ? 'unknown' : 'known',
    // A mail by itself may have been answered.
    end: place?.goesOn === true || (holds === 'mail' && mails.length === 1) ? 'unknown' : 'known',
  };
  return { kind: 'conversation', conversation, guesses };
}

function mailPartOf(mail: RawMail, { bulk }: FormatSettings): Mail | undefined {
  return mailOf(mail.headers, bulk ?? mail.isBulk, mail.html);
}

function placeOfSender({ headers, start }: RawMail): number {
  return headers.from?.locate({ start: 0, end: 0 }).spans[0]?.start ?? start;
}

const MOST_NAMES = 10;

/** One problem for all threads of the source: a mailbox may hold thousands that nobody answered. */
function unknownAgents(unknown: readonly { readonly speaker: string; readonly start: number }[]): InputProblem[] {
  const [first] = unknown;
  if (first === undefined) return [];
  const names = [...new Set(unknown.map(({ speaker }) => speaker))];
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '…'] : names;
  const span = { start: first.start, end: first.start };
  return [{ id: 'input/unknown-agent', span, data: { names: shown.join(', ') } }];
}

function asKind(
  kind: 'library' | 'draft',
  mails: readonly PlacedMail[],
  settings: FormatSettings,
): readonly Document[] {
  if (kind === 'draft') return draftsOf(mails, settings, []);
  if (mails.length === 0) return [];
  const entries = mails.map(({ mail }) => ({
    id: mail.ids.id,
    title: mail.headers.subject,
    body: mail.text,
    channel: 'email' as const,
    mail: mailPartOf(mail, settings),
  }));
  return [{ kind: 'library', entries, guesses: ['The file is configured as a library: each mail is an entry.'] }];
}

function draftsOf(
  mails: readonly PlacedMail[],
  settings: FormatSettings,
  guesses: readonly string[],
): readonly Document[] {
  return mails.map(({ mail }) => ({
    kind: 'draft',
    text: mail.text,
    channel: 'email',
    at: mail.at,
    mail: mailPartOf(mail, settings),
    guesses,
  }));
}
