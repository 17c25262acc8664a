import type { MailPart } from '../checks/check.ts';
import { MAIL_PARTS } from '../checks/check.ts';
import type { Role } from '../core/conversation.ts';
import { HEADERS } from '../core/mail.ts';

/**
 * Where a rule looks, said in words: "each message", "first reply", "next 2 replies", "next agent message",
 * "same sentence", "earlier bot message", "whole conversation". A message is the agent's unless a role is named.
 * "Later reply" is every one but the first of its agent. Parts of mails are places too: "own text", "subject",
 * "header from". "library" is all entries of a library together.
 */
export interface Place {
  readonly which: Which;
  readonly unit: Unit;
  /** How many units "next" takes; 1 elsewhere. */
  readonly many: number;
  readonly role: Role;
  /** Of the agent's mails; only with the unit `part`. */
  readonly part?: MailPart | undefined;
}

export type Which = 'each' | 'first' | 'last' | 'same' | 'next' | 'previous' | 'earlier' | 'later' | 'whole';
export type Unit = 'words' | 'sentence' | 'message' | 'reply' | 'part' | 'conversation' | 'library';

/** The place, or undefined where the words name none. */
export function parsePlace(words: string): Place | undefined {
  if (words === 'library') return { which: 'each', unit: 'library', many: 1, role: 'agent' };
  const part = PARTS.find((one) => one === words);
  if (part !== undefined) return { which: 'each', unit: 'part', many: 1, role: 'agent', part };
  if (words === 'whole conversation') return { which: 'whole', unit: 'conversation', many: 1, role: 'agent' };
  const match =
    /^(each|first|last|same|next|previous|earlier|later)(?: ([2-9]))?(?: (agent|customer|bot|system))? (words|sentence|message|messages|reply|replies)$/.exec(
      words,
    );
  if (match === null) return undefined;
  const [, which, many, role, unit] = match as unknown as [string, Which, string | undefined, Role | undefined, string];
  const isPlural = unit === 'messages' || unit === 'replies';
  if (isPlural !== (many !== undefined) || (many !== undefined && which !== 'next')) return undefined;
  if (unit.startsWith('repl') && role !== undefined && role !== 'agent') return undefined;
  return { which, unit: UNITS[unit] as Unit, many: Number(many ?? 1), role: role ?? 'agent' };
}

const UNITS: Readonly<Record<string, Unit>> = {
  words: 'words',
  sentence: 'sentence',
  message: 'message',
  messages: 'message',
  reply: 'reply',
  replies: 'reply',
};

const PARTS: readonly MailPart[] = [...MAIL_PARTS, ...HEADERS.map((header) => `header ${header}` as const)];

/** Places where a rule may look. */
export const RULE_PLACES = [
  'each message',
  'each reply',
  'first reply',
  'later reply',
  'last reply',
  'last customer message',
  'whole conversation',
  'next reply',
  'next 2 replies',
  'next agent message',
  'own text',
  'subject',
  'salutation',
  'signature',
  'header from',
  'library',
];

/** Places that an exception may name, seen from the words at fault. */
export const EXCEPTION_PLACES = [
  'same words',
  'earlier words',
  'later words',
  'same sentence',
  'same message',
  'same reply',
  'previous reply',
  'next reply',
  'previous agent message',
  'previous customer message',
  'next customer message',
  'earlier agent message',
  'earlier bot message',
  'earlier customer message',
  'later agent message',
  'subject',
  'header list-unsubscribe',
];

/** "Earlier words" and "later words" are those of the same reply, before and after the words at fault. */
export function isPlaceOfCondition({ which, unit }: Place): boolean {
  if (unit === 'words') return which === 'same' || which === 'earlier' || which === 'later';
  return unit !== 'sentence' || which === 'same';
}
