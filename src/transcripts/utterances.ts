import type { Conversation, Message, Role } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { ReadResult } from '../core/input.ts';
import type { Objection, Text } from '../core/text.ts';
import { guarded } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import { sessionsOf } from './sessions.ts';
import { introducedNames, matchesPattern, offersService, resolveSpeakers } from './speakers.ts';

/** Something said, before it is known by whom and in which conversation. */
export interface Utterance {
  /** 0-based, in the list that it was read from. */
  readonly index: number;
  /** Undefined where nothing but the name may tell. */
  readonly role: Role | undefined;
  readonly speaker: string | undefined;
  readonly text: Text;
  readonly at: Time | undefined;
  readonly until?: Time | undefined;
}

export interface UtteranceHints {
  /** Names of agents; `*` is any run of characters. */
  readonly agents: readonly string[];
  /** The chat goes on for months: long silences part conversations. */
  readonly isEndless?: boolean;
  readonly guesses?: readonly string[];
  /** The same mails go to many people. */
  readonly isBulk?: boolean | undefined;
}

/** The conversations that a list of things said makes, or why they cannot be linted. */
export function conversationsOf(
  utterances: readonly Utterance[],
  about: Omit<Conversation, 'messages' | 'start' | 'end'>,
  hints: UtteranceHints,
): ReadResult {
  const { roles, guesses } = rolesOf(utterances, hints.agents);
  const nameless = utterances.filter((_, at) => roles[at] === undefined);
  const [unknown] = nameless;
  if (unknown !== undefined) {
    const span = unknown.text.locate({ start: 0, end: 0 }).spans[0] ?? { start: 0, end: 0 };
    const names = [...new Set(nameless.map(({ speaker = '' }) => speaker))];
    const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), '…'] : names;
    return { documents: [], problems: [{ id: 'input/unknown-agent', span, data: { names: shown.join(', ') } }] };
  }
  const keep = keptRoles(utterances);
  const messages = utterances.map(
    ({ index, speaker, text, at, until }, number): Message => ({
      index,
      role: roles[number] as Role,
      speaker,
      text: keep(text),
      at,
      ...(until === undefined ? {} : { until }),
      ...(number === 0 ? withMail(about, hints) : {}),
    }),
  );
  const all = [...(hints.guesses ?? []), ...guesses];
  const sessions = hints.isEndless && messages.length > 0 ? sessionsOf(messages) : [messages];
  return {
    documents: sessions.map(
      (session): Document => ({
        kind: 'conversation',
        conversation: { ...about, messages: session, start: 'known', end: 'known' },
        guesses: all,
      }),
    ),
    problems: [],
  };
}

/** Whoever wrote the first mail chose the subject. */
function withMail({ channel, subject }: Pick<Conversation, 'channel' | 'subject'>, { isBulk }: UtteranceHints) {
  if (channel !== 'email' || subject === undefined) return {};
  return { mail: { headers: { subject }, isBulk: isBulk ?? false } };
}

const MOST_NAMES = 10;

interface Roles {
  readonly roles: readonly (Role | undefined)[];
  readonly guesses: readonly string[];
}

function rolesOf(utterances: readonly Utterance[], agents: readonly string[]): Roles {
  const named = utterances.map(({ role, speaker }) => {
    const isOpen = role === undefined && speaker !== undefined;
    return isOpen && agents.some((pattern) => matchesPattern(speaker, pattern)) ? 'agent' : role;
  });
  if (named.every((role) => role !== undefined)) return { roles: named, guesses: [] };
  // Whoever names the agents of a file has named them all.
  const isTold = named.some((role, at) => role === 'agent' && utterances[at]?.role === undefined);
  if (isTold) {
    const roles = named.map((role, at) => role ?? (utterances[at]?.speaker === undefined ? undefined : 'customer'));
    return { roles, guesses: [] };
  }
  const nowhere = { start: 0, end: 0 };
  const spoken = utterances.map(({ role, speaker, text, at }) => ({
    role,
    name: speaker,
    time: at,
    until: undefined,
    words: text.words,
    line: nowhere,
    parts: [],
  }));
  return resolveSpeakers(spoken, new Map(), { agents });
}

/** Where words may have told who is who, words that tell it otherwise are refused. */
function keptRoles(utterances: readonly Utterance[]): (text: Text) => Text {
  const names = new Set(utterances.flatMap(({ role, speaker = '' }) => (role === undefined ? [speaker] : [])));
  if (names.size === 0) return (text) => text;
  const clues = (words: string) => `${introducedNames(words, names).join('|')}|${offersService(words)}`;
  return (text) => {
    const objection: Objection = ({ start, end }, replacement) => {
      const changed = text.words.slice(0, start) + replacement + text.words.slice(end);
      return clues(changed) === clues(text.words) ? undefined : 'the words tell who is speaking';
    };
    return guarded(text, objection);
  };
}
