import type { Finding } from '../core/finding.ts';
import { partitionPoint } from '../core/partition-point.ts';
import { openingOf, surroundings } from './fingerprint.ts';
import type { SaidAt } from './secrets.ts';
import type { Thread } from './thread.ts';

/** A finding and what it was made of. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly at: SaidAt;
  /** The places of `finding.related`, in order. */
  readonly related: readonly SaidAt[];
  readonly thread: Thread;
  /** Its words are not at fault: they only begin the reply that should have held something. */
  readonly isAbsence: boolean;
}

/**
 * What a fingerprint is made of: the rule, the record and the neighbourhood of the words; of what is absent, instead of the
 * neighbourhood, what should have been answered. Neither lines nor the numbers of messages, which move, nor the path.
 */
export type Identify = (placed: PlacedFinding) => readonly string[];

/** @param wordsAt words as a report may show them, so that no fingerprint holds a secret to be guessed at */
export function identifying(wordsAt: (at: SaidAt) => string): Identify {
  const records = new Map<Thread, readonly string[]>();
  return ({ finding, at, related, thread, isAbsence }) => {
    let record = records.get(thread);
    if (record === undefined) {
      record = recordOf(finding, thread, wordsAt);
      records.set(thread, record);
    }
    return [finding.rule, ...record, ...(isAbsence ? owedTo(at, related, thread, wordsAt) : foundAt(at, wordsAt))];
  };
}

/** The id of the conversation or entry; where there is none, how it begins. A draft is a file by itself, and is written on. */
function recordOf(
  { conversation, entry }: Finding,
  thread: Thread,
  wordsAt: (at: SaidAt) => string,
): readonly string[] {
  if (thread.kind === 'draft') return [thread.kind];
  const id = entry ?? conversation;
  if (id !== undefined) return [thread.kind, id];
  const linted = thread.messages.filter((message) => thread.isLinted(message));
  const { at } = linted[0]?.message ?? {};
  // Agents mend what they wrote, and then nothing else of the conversation shall be new.
  const ofCustomer = linted.filter(({ message }) => message.role === 'customer');
  const messages = (ofCustomer.length > 0 ? ofCustomer : linted).slice(0, OPENING_MESSAGES);
  return [
    thread.kind,
    '',
    at === undefined ? '' : `${at.basis} ${at.at}`,
    ...messages.map((message) => opening(message, wordsAt)),
  ];
}

function foundAt({ message, range }: SaidAt, wordsAt: (at: SaidAt) => string): readonly string[] {
  return ['found', surroundings(range, message.words.length, (part) => wordsAt({ message, range: part }))];
}

/** What made the rule speak, else what the customer said last before. */
function owedTo(
  { message }: SaidAt,
  related: readonly SaidAt[],
  thread: Thread,
  wordsAt: (at: SaidAt) => string,
): readonly string[] {
  const [occasion] = related;
  if (occasion !== undefined) return ['absent', ...foundAt(occasion, wordsAt)];
  const { messages } = thread;
  let before = partitionPoint(messages, (one) => one.message.index >= message.message.index) - 1;
  while (before >= 0 && messages[before]?.message.role !== 'customer') before--;
  const answered = messages[before];
  return ['absent', answered === undefined ? '' : opening(answered, wordsAt)];
}

function opening(message: SaidAt['message'], wordsAt: (at: SaidAt) => string): string {
  const range = { start: 0, end: Math.min(message.words.length, OPENING_UNITS * 4) };
  return openingOf(wordsAt({ message, range }), OPENING_UNITS);
}

/** Chats often begin alike: customers greet before they ask. */
const OPENING_MESSAGES = 4;
const OPENING_UNITS = 80;
