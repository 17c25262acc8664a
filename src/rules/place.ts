import type { Role } from '../core/conversation.ts';

/**
 * Where a rule looks, said in words: "each message", "first reply", "next 2 replies", "next agent message",
 * "same sentence", "earlier bot message". A message is the agent's unless a role is named.
 */
export interface Place {
  readonly which: Which;
  readonly unit: Unit;
  /** How many units "next" takes; 1 elsewhere. */
  readonly many: number;
  readonly role: Role;
}

export type Which = 'each' | 'first' | 'last' | 'same' | 'next' | 'previous' | 'earlier' | 'later';
export type Unit = 'words' | 'sentence' | 'message' | 'reply';

/** The place, or undefined where the words name none. */
export function parsePlace(words: string): Place | undefined {
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

/** Places where a rule may look. */
export const RULE_PLACES = [
  'each message',
  'each reply',
  'first reply',
  'last reply',
  'next reply',
  'next 2 replies',
  'next agent message',
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
  'previous customer message',
  'next customer message',
  'earlier agent message',
  'earlier bot message',
  'earlier customer message',
  'later agent message',
];

/** "Earlier words" and "later words" are those of the same reply, before and after the words at fault. */
export function isPlaceOfException({ which, unit }: Place): boolean {
  if (which === 'each' || which === 'first' || which === 'last') return false;
  if (unit === 'words') return which === 'same' || which === 'earlier' || which === 'later';
  if (unit === 'sentence') return which === 'same';
  return unit === 'message' || which === 'same' || which === 'previous' || which === 'next';
}
