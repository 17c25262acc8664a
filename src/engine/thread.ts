import type { Pause, ReadMail, ReadMessage, Situation, Target, Waits } from '../checks/check.ts';
import type { Channel, Conversation, Edge, Message, Role } from '../core/conversation.ts';
import type { Document, DocumentKind, DraftDocument } from '../core/document.ts';
import type { Facts, MessageFacts } from '../core/facts.ts';
import type { OpeningHours } from '../core/opening-hours.ts';
import type { Gap } from '../core/time.ts';
import type { DetectorContext, NameList } from '../detectors/detector.ts';
import type { CannedReplies } from '../matching/canned-replies.ts';
import { inferLanguage } from '../matching/infer-language.ts';
import type { Matcher, Reading } from '../matching/matcher.ts';
import { sentencesOf } from '../matching/sentences.ts';
import { languagesIn } from './languages.ts';
import type { MailConcepts } from './mail-parts.ts';
import { MailParts } from './mail-parts.ts';
import { namesOf, namesTold } from './names.ts';
import { factsOfConversation, Timeline } from './timeline.ts';

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
  readonly facts: Facts;
  /** The names that its detectors look for. */
  readonly names: DetectorContext;
  /** All messages of the agent as one target; undefined where there are none. */
  readonly whole: Target | undefined;
  /** The messages of a role, each as a target of its own. */
  readonly alone: Readonly<Record<Role, readonly ThreadTarget[]>>;
  /** The index of the first message that can hold names of this kind; infinite where nobody tells any. */
  namesSince(list: NameList): number;
  /** The sets of phrases that may stand in what a role says, of those that its matcher looks for. */
  setsOf(role: Role): ReadonlySet<number>;
  /** Whether findings in the message are wanted: in a draft with its conversation, only those in the draft. */
  isLinted(message: ReadMessage): boolean;
}

/** The messages of one agent before the customer, or another agent, speaks again. */
export interface Reply extends ThreadTarget {
  /** What the customer said since the reply before. */
  readonly answers: readonly ReadMessage[];
  readonly wait: Waits;
  /** The first reply of its agent in a conversation whose start is known. */
  readonly isFirst: boolean;
}

/** What all targets of a thread have in common. */
export interface Setting extends Omit<Situation, 'language'> {
  readonly facts: Facts;
  readonly timeline: Timeline;
}

/** Makes targets in a thread: figures ask them for the channel, the presets and the language. */
export class ThreadTarget implements Target {
  readonly messages: readonly ReadMessage[];
  readonly wait: Waits | undefined;
  readonly setting: Setting;

  constructor(messages: readonly ReadMessage[], setting: Setting, wait?: Waits) {
    this.messages = messages;
    this.wait = wait;
    this.setting = setting;
  }

  get channel(): Channel | undefined {
    return this.setting.channel;
  }

  get presets(): readonly string[] {
    return this.setting.presets;
  }

  get today(): string | undefined {
    return this.setting.today;
  }

  get canned(): CannedReplies | undefined {
    return this.setting.canned;
  }

  get facts(): Facts {
    return this.setting.facts;
  }

  get silence(): Gap | undefined {
    const first = this.messages[0];
    return first === undefined ? undefined : this.setting.timeline.silenceBefore(first.message);
  }

  get language(): string | undefined {
    return this.messages[0]?.language;
  }
}

/** Where the target begins in the conversation. */
export function indexOf({ messages }: Target): number {
  return (messages[0] as ReadMessage).message.index;
}

export interface ThreadSettings {
  /** By the role of a message. */
  readonly matchers: Readonly<Record<Role, Matcher>>;
  readonly mailConcepts: MailConcepts;
  readonly presets: readonly string[];
  readonly channel: Channel | undefined;
  readonly language: string | undefined;
  readonly names: DetectorContext;
  /** Facts of the contact where the source does not tell them. */
  readonly facts: Facts;
  readonly hours: OpeningHours | undefined;
  readonly today: string | undefined;
  readonly canned: CannedReplies | undefined;
  /** The number of the set of phrases by which customers give their names; negative where no rule asks for names. */
  readonly introduction: number;
  /** The conversation that a draft answers. */
  readonly context: Conversation | undefined;
}

export function threadsOf(document: Document, settings: ThreadSettings): readonly Thread[] {
  switch (document.kind) {
    case 'conversation':
      return [threadOf('conversation', document.conversation, settings)];
    case 'draft':
      return [draftThread(document, settings)];
    case 'library':
      return document.entries.map((entry) =>
        threadOf(
          'library',
          {
            channel: entry.channel,
            messages: [{ index: 0, role: 'agent', text: entry.body, mail: entry.mail }],
            language: entry.language,
            start: 'unknown',
            end: 'unknown',
          },
          settings,
          { entry: entry.id ?? entry.title?.words },
        ),
      );
  }
}

function draftThread({ text, channel: shown, at, mail }: DraftDocument, settings: ThreadSettings): Thread {
  const { context } = settings;
  const before = context?.messages ?? [];
  const channel = shown ?? settings.channel ?? context?.channel;
  const index = (before.at(-1)?.index ?? -1) + 1;
  return threadOf(
    'draft',
    {
      id: context?.id,
      language: context?.language,
      messages: [...before, { index, role: 'agent', text, at, mail }],
      // A mail is read by itself, so its greeting is owed whatever was said before.
      start: context?.start ?? (channel === 'email' ? 'known' : 'unknown'),
      end: 'unknown',
      channel,
      facts: context?.facts,
      events: context?.events,
    },
    settings,
    { lintedFrom: index },
  );
}

function threadOf(
  kind: DocumentKind,
  conversation: Conversation,
  settings: ThreadSettings,
  more: { entry?: string | undefined; lintedFrom?: number } = {},
): Thread {
  const told = () => (settings.introduction < 0 ? [] : namesTold(messages, settings.introduction));
  const { names, since } = namesOf(conversation, settings.names, settings.introduction < 0 ? undefined : told);
  const timeline = new Timeline(conversation, settings.hours);
  const facts = factsOfConversation(conversation, settings.facts);
  const channel =
    conversation.channel ?? settings.channel ?? (facts.voicemail === undefined ? undefined : ('voicemail' as const));
  const reading: MessageReading = { matchers: settings.matchers, names, timeline };
  const messages: readonly ReadMessage[] =
    channel === 'email'
      ? mailsOf(conversation, reading, settings, facts.bulk === true)
      : messagesOf(conversation, reading, settings);
  const { presets, today, canned } = settings;
  const setting: Setting = { channel, presets, today, canned, facts, timeline };
  const ofAgent = messages.filter(({ message }) => message.role === 'agent');
  const { lintedFrom = 0 } = more;
  const sets: Partial<Record<Role, ReadonlySet<number>>> = {};
  return {
    kind,
    id: conversation.id,
    entry: more.entry,
    channel,
    messages,
    replies: repliesOf(messages, conversation, setting),
    start: conversation.start,
    end: conversation.end,
    facts,
    names,
    whole: ofAgent.length === 0 ? undefined : new ThreadTarget(lintedFirst(ofAgent, lintedFrom), setting),
    namesSince: since,
    alone: targetsByRole(messages, setting),
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
  setting: Setting,
): Readonly<Record<Role, readonly ThreadTarget[]>> {
  const byRole: Record<Role, ThreadTarget[]> = { agent: [], customer: [], bot: [], system: [] };
  for (const message of messages) byRole[message.message.role].push(new ThreadTarget([message], setting));
  return byRole;
}

/** What the messages of one conversation are read with. */
interface MessageReading {
  readonly matchers: ThreadSettings['matchers'];
  readonly names: DetectorContext;
  readonly timeline: Timeline;
}

function messagesOf(
  conversation: Conversation,
  reading: MessageReading,
  settings: ThreadSettings,
): readonly ReadMessage[] {
  const languages = languagesIn(conversation, settings.language);
  return conversation.messages.map(
    (message, position) => new LazyMessage(message, message.text.words, reading, () => languages(position)),
  );
}

/** In mails what others wrote is blanked out, so that nobody is blamed for it. @param isBulk the contact is a mailing */
function mailsOf(
  conversation: Conversation,
  reading: MessageReading,
  { mailConcepts, language }: ThreadSettings,
  isBulk: boolean,
): readonly ReadMessage[] {
  const parts: MailParts[] = conversation.messages.map(
    (message, position) =>
      new MailParts(
        message,
        mailConcepts,
        message.mail?.isBulk === true || isBulk,
        (part, words) =>
          new LazyMessage(part, words, reading, () => inferLanguage(words) ?? languages(position), parts[position]),
      ),
  );
  const written = (position: number) => (parts[position] as MailParts).written;
  const languages = languagesIn(conversation, language, (_, position) => written(position));
  return conversation.messages.map(
    (message, position) =>
      new LazyMessage(message, written(position), reading, () => languages(position), parts[position]),
  );
}

/** Nothing is worked out before a rule asks: most rules ask little of most messages. */
class LazyMessage implements ReadMessage {
  readonly message: Message;
  readonly words: string;
  readonly mail: ReadMail | undefined;
  readonly #read: MessageReading;
  readonly #language: () => string | undefined;
  #reading: Reading | undefined;
  #sentences: ReadMessage['sentences'] | undefined;

  constructor(
    message: Message,
    words: string,
    read: MessageReading,
    language: () => string | undefined,
    mail?: ReadMail,
  ) {
    this.message = message;
    this.words = words;
    this.mail = mail;
    this.#read = read;
    this.#language = language;
  }

  get reading(): Reading {
    this.#reading ??= this.#read.matchers[this.message.role].read(this.words, this.#read.names);
    return this.#reading;
  }

  get sentences(): ReadMessage['sentences'] {
    this.#sentences ??= sentencesOf(this.words);
    return this.#sentences;
  }

  get language(): string | undefined {
    return this.#language();
  }

  get facts(): MessageFacts {
    return this.#read.timeline.factsOf(this.message);
  }

  get pause(): Pause | undefined {
    return this.#read.timeline.pauseBefore(this.message);
  }
}

/** What is missing from the whole is reported in what is linted: in a draft, not in the conversation before it. */
function lintedFirst(messages: readonly ReadMessage[], from: number): readonly ReadMessage[] {
  const start = messages.findIndex(({ message }) => message.index >= from);
  return start <= 0 ? messages : [...messages.slice(start), ...messages.slice(0, start)];
}

/** A reply while it is made. */
class ThreadReply extends ThreadTarget implements Reply {
  readonly answers: readonly ReadMessage[];
  readonly isFirst: boolean;
  declare readonly wait: Waits;

  constructor(messages: readonly ReadMessage[], setting: Setting, answers: readonly ReadMessage[], isFirst: boolean) {
    super(messages, setting, waitsFor(messages[0] as ReadMessage, answers, setting.timeline));
    this.answers = answers;
    this.isFirst = isFirst;
  }
}

function repliesOf(messages: readonly ReadMessage[], conversation: Conversation, setting: Setting): readonly Reply[] {
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
    replies.push(new ThreadReply(current, setting, answers, isFirst));
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

function waitsFor(first: ReadMessage, answers: readonly ReadMessage[], timeline: Timeline): Waits {
  const since = (asked: ReadMessage | undefined) => timeline.wait(asked?.message, first.message);
  return { sinceFirst: since(answers[0]), sinceLast: since(answers.at(-1)) };
}
