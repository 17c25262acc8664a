import type { ReadMessage, Waits } from '../checks/check.ts';
import type { Channel, Conversation, Edge, Message } from '../core/conversation.ts';
import type { Document, DocumentKind } from '../core/document.ts';
import { gap } from '../core/time.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import { inferLanguage } from '../matching/infer-language.ts';
import type { Matcher, Reading } from '../matching/matcher.ts';
import { sentencesOf } from '../matching/sentences.ts';

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
  /** Whether findings in the message are wanted: in a draft with its conversation, only those in the draft. */
  isLinted(message: ReadMessage): boolean;
}

/** The messages of one agent before the customer, or another agent, speaks again. */
export interface Reply {
  readonly messages: readonly ReadMessage[];
  /** What the customer said since the reply before. */
  readonly answers: readonly ReadMessage[];
  readonly wait: Waits;
  /** The first reply of its agent in a conversation whose start is known. */
  readonly isFirst: boolean;
}

export interface ThreadSettings {
  readonly matcher: Matcher;
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
  const languages = languagesFor(conversation, settings.language);
  const messages = conversation.messages.map((message, index) =>
    readLazily(message, settings.matcher, names, () => languages(index)),
  );
  const { lintedFrom = 0 } = more;
  return {
    kind,
    id: conversation.id,
    entry: more.entry,
    channel: conversation.channel ?? settings.channel,
    messages,
    replies: repliesOf(messages, conversation),
    start: conversation.start,
    end: conversation.end,
    isLinted: ({ message }) => message.index >= lintedFrom,
  };
}

/** Nothing is worked out before a rule asks: most rules ask little of most messages. */
function readLazily(
  message: Message,
  matcher: Matcher,
  names: DetectorContext,
  language: () => string | undefined,
): ReadMessage {
  let reading: Reading | undefined;
  let sentences: ReadMessage['sentences'] | undefined;
  const { words } = message.text;
  return {
    message,
    words,
    get reading() {
      reading ??= matcher.read(words, names);
      return reading;
    },
    get sentences() {
      sentences ??= sentencesOf(words);
      return sentences;
    },
    get language() {
      return language();
    },
  };
}

function namesFor(conversation: Conversation, configured: DetectorContext): DetectorContext {
  const speakers = new Set<string>();
  for (const { role, speaker } of conversation.messages)
    if (role === 'agent' && speaker !== undefined) speakers.add(speaker);
  return speakers.size === 0 ? configured : { ...configured, agents: [...configured.agents, ...speakers] };
}

/** The language of a message: its own words tell, else its speaker's, else the conversation's, else the configured one. */
function languagesFor(
  conversation: Conversation,
  configured: string | undefined,
): (index: number) => string | undefined {
  const known = new Map<number, string | undefined>();
  const ofSpeakers = new Map<string, string | undefined>();
  let ofAll: string | undefined;
  const together = (messages: readonly Message[]) => inferLanguage(messages.map(({ text }) => text.words).join('\n'));
  const find = (index: number): string | undefined => {
    const message = conversation.messages[index] as Message;
    const own = inferLanguage(message.text.words);
    if (own !== undefined && own !== 'zh' && own !== 'cyrillic') return own;
    const speaker = `${message.role} ${message.speaker ?? ''}`;
    if (!ofSpeakers.has(speaker)) {
      ofSpeakers.set(
        speaker,
        together(conversation.messages.filter((other) => `${other.role} ${other.speaker ?? ''}` === speaker)),
      );
    }
    ofAll ??= conversation.language ?? together(conversation.messages);
    // The wider the view, the less it may overrule what the words themselves show.
    const wider = [ofSpeakers.get(speaker), ofAll, configured].find((tag) => tag !== undefined && narrows(own, tag));
    return wider ?? (own === 'cyrillic' ? undefined : own);
  };
  return (index) => {
    if (!known.has(index)) known.set(index, find(index));
    return known.get(index);
  };
}

function narrows(own: string | undefined, wider: string): boolean {
  if (own === undefined) return wider !== 'cyrillic';
  return own === 'zh' ? wider.startsWith('zh-') : wider === 'kk' || wider === 'ru';
}

function repliesOf(messages: readonly ReadMessage[], conversation: Conversation): readonly Reply[] {
  const replies: Reply[] = [];
  const agents = new Set<string>();
  let answers: ReadMessage[] = [];
  let current: ReadMessage[] = [];
  const close = () => {
    const first = current[0];
    if (first === undefined) return;
    const agent = first.message.speaker;
    const isNewAgent = agent !== undefined && !agents.has(agent) && agents.size > 0;
    replies.push({
      messages: current,
      answers,
      wait: waitsFor(first, answers),
      isFirst: conversation.start === 'known' && (replies.length === 0 || isNewAgent),
    });
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
