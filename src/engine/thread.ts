import type { ReadMessage, Situation, Target, Waits } from '../checks/check.ts';
import type { Channel, Conversation, Edge, Message, Role } from '../core/conversation.ts';
import type { Document, DocumentKind } from '../core/document.ts';
import { gap } from '../core/time.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import type { Matcher, Reading } from '../matching/matcher.ts';
import { sentencesOf } from '../matching/sentences.ts';
import { languagesIn } from './languages.ts';

/** A document as rules walk it: messages in order, and the replies among them. Every kind of document is one or more. */
export interface Thread {
  readonly kind: DocumentKind;
  readonly id: string | undefined;
  readonly entry: string | undefined;
  readonly channel: Channel | undefined;
  readonly messages: readonly ReadMessage[];
  readonly replies: readonly Reply[];
  readonly start: Edge;
  readonly end: Edge;
  /** The messages of a role, each as a target of its own. */
  readonly alone: Readonly<Record<Role, readonly Target[]>>;
  /** The sets of phrases that may stand in what a role says, of those that its matcher looks for. */
  setsOf(role: Role): ReadonlySet<number>;
  /** Whether findings in the message are wanted: in a draft with its conversation, only those in the draft. */
  isLinted(message: ReadMessage): boolean;
}

/** The messages of one agent before the customer, or another agent, speaks again. */
export interface Reply extends Target {
  /** What the customer said since the reply before. */
  readonly answers: readonly ReadMessage[];
  readonly wait: Waits;
  /** The first reply of its agent in a conversation whose start is known. */
  readonly isFirst: boolean;
}

/** Makes targets in a thread: figures ask them for the channel, the presets and the language. */
export class ThreadTarget implements Target {
  readonly messages: readonly ReadMessage[];
  readonly wait: Waits | undefined;
  readonly channel: Channel | undefined;
  readonly presets: readonly string[];

  constructor(messages: readonly ReadMessage[], situation: Omit<Situation, 'language'>, wait?: Waits) {
    this.messages = messages;
    this.wait = wait;
    this.channel = situation.channel;
    this.presets = situation.presets;
  }

  get language(): string | undefined {
    return this.messages[0]?.language;
  }
}

export interface ThreadSettings {
  /** By the role of a message. */
  readonly matchers: Readonly<Record<Role, Matcher>>;
  readonly presets: readonly string[];
  readonly channel: Channel | undefined;
  readonly language: string | undefined;
  readonly names: DetectorContext;
  /** The conversation that a draft answers. */
  readonly context: Conversation | undefined;
}

export function threadsOf(document: Document, settings: ThreadSettings): readonly Thread[] {
  switch (document.kind) {
    case 'conversation':
      return [threadOf('conversation', document.conversation, settings)];
    case 'draft':
      return [draftThread(document.text, settings)];
    case 'library':
      return document.entries.map((entry) =>
        threadOf(
          'library',
          { messages: [agentMessage(0, entry.body)], language: entry.language, start: 'unknown', end: 'unknown' },
          settings,
          { entry: entry.id ?? entry.title?.words },
        ),
      );
  }
}

function draftThread(text: Message['text'], settings: ThreadSettings): Thread {
  const { context } = settings;
  const before = context?.messages ?? [];
  const channel = settings.channel ?? context?.channel;
  const index = (before.at(-1)?.index ?? -1) + 1;
  return threadOf(
    'draft',
    {
      id: context?.id,
      language: context?.language,
      messages: [...before, agentMessage(index, text)],
      // A mail is read by itself, so its greeting is owed whatever was said before.
      start: context?.start ?? (channel === 'email' ? 'known' : 'unknown'),
      end: 'unknown',
      channel,
    },
    settings,
    { lintedFrom: index },
  );
}

function agentMessage(index: number, text: Message['text']): Message {
  return { index, role: 'agent', text };
}

function threadOf(
  kind: DocumentKind,
  conversation: Conversation,
  settings: ThreadSettings,
  more: { entry?: string | undefined; lintedFrom?: number } = {},
): Thread {
  const names = namesFor(conversation, settings.names);
  const languages = languagesIn(conversation, settings.language);
  const messages = conversation.messages.map(
    (message, index) => new LazyMessage(message, index, settings.matchers[message.role], names, languages),
  );
  const situation = { channel: conversation.channel ?? settings.channel, presets: settings.presets };
  const { lintedFrom = 0 } = more;
  const sets: Partial<Record<Role, ReadonlySet<number>>> = {};
  return {
    kind,
    id: conversation.id,
    entry: more.entry,
    channel: situation.channel,
    messages,
    replies: repliesOf(messages, conversation, situation),
    start: conversation.start,
    end: conversation.end,
    alone: targetsByRole(messages, situation),
    setsOf(role) {
      sets[role] ??= setsIn(messages.filter((one) => one.message.role === role));
      return sets[role];
    },
    isLinted: ({ message }) => message.index >= lintedFrom,
  };
}

function setsIn(messages: readonly ReadMessage[]): ReadonlySet<number> {
  const sets = new Set<number>();
  for (const { reading } of messages) for (const set of reading.sets) sets.add(set);
  return sets;
}

function targetsByRole(
  messages: readonly ReadMessage[],
  situation: Omit<Situation, 'language'>,
): Readonly<Record<Role, readonly Target[]>> {
  const byRole: Record<Role, Target[]> = { agent: [], customer: [], bot: [], system: [] };
  for (const message of messages) byRole[message.message.role].push(new ThreadTarget([message], situation));
  return byRole;
}

/** Nothing is worked out before a rule asks: most rules ask little of most messages. */
class LazyMessage implements ReadMessage {
  readonly message: Message;
  readonly words: string;
  readonly #position: number;
  readonly #matcher: Matcher;
  readonly #names: DetectorContext;
  readonly #languages: (position: number) => string | undefined;
  #reading: Reading | undefined;
  #sentences: ReadMessage['sentences'] | undefined;

  constructor(
    message: Message,
    position: number,
    matcher: Matcher,
    names: DetectorContext,
    languages: (position: number) => string | undefined,
  ) {
    this.message = message;
    this.words = message.text.words;
    this.#position = position;
    this.#matcher = matcher;
    this.#names = names;
    this.#languages = languages;
  }

  get reading(): Reading {
    this.#reading ??= this.#matcher.read(this.words, this.#names);
    return this.#reading;
  }

  get sentences(): ReadMessage['sentences'] {
    this.#sentences ??= sentencesOf(this.words);
    return this.#sentences;
  }

  get language(): string | undefined {
    return this.#languages(this.#position);
  }
}

function namesFor(conversation: Conversation, configured: DetectorContext): DetectorContext {
  const speakers = new Set<string>();
  for (const { role, speaker } of conversation.messages)
    if (role === 'agent' && speaker !== undefined) speakers.add(speaker);
  return speakers.size === 0 ? configured : { ...configured, agents: [...configured.agents, ...speakers] };
}

/** A reply while it is made. */
class ThreadReply extends ThreadTarget implements Reply {
  readonly answers: readonly ReadMessage[];
  readonly isFirst: boolean;
  declare readonly wait: Waits;

  constructor(
    messages: readonly ReadMessage[],
    situation: Omit<Situation, 'language'>,
    answers: readonly ReadMessage[],
    isFirst: boolean,
  ) {
    super(messages, situation, waitsFor(messages[0] as ReadMessage, answers));
    this.answers = answers;
    this.isFirst = isFirst;
  }
}

function repliesOf(
  messages: readonly ReadMessage[],
  conversation: Conversation,
  situation: Omit<Situation, 'language'>,
): readonly Reply[] {
  const replies: Reply[] = [];
  const agents = new Set<string>();
  let answers: ReadMessage[] = [];
  let current: ReadMessage[] = [];
  const close = () => {
    const first = current[0];
    if (first === undefined) return;
    const agent = first.message.speaker;
    const isNewAgent = agent !== undefined && !agents.has(agent) && agents.size > 0;
    const isFirst = conversation.start === 'known' && (replies.length === 0 || isNewAgent);
    replies.push(new ThreadReply(current, situation, answers, isFirst));
    if (agent !== undefined) agents.add(agent);
    answers = [];
    current = [];
  };
  for (const read of messages) {
    const { role, speaker } = read.message;
    if (role === 'agent') {
      const last = current.at(-1)?.message.speaker;
      if (last !== undefined && speaker !== undefined && last !== speaker) close();
      current.push(read);
    } else if (role === 'customer') {
      close();
      answers.push(read);
    }
  }
  close();
  return replies;
}

function waitsFor(first: ReadMessage, answers: readonly ReadMessage[]): Waits {
  const since = (asked: ReadMessage | undefined) => gap(asked?.message.until ?? asked?.message.at, first.message.at);
  return { sinceFirst: since(answers[0]), sinceLast: since(answers.at(-1)) };
}
