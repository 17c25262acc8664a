import type { CallEvent, Facts } from './facts.ts';
import type { Mail } from './mail.ts';
import type { Text } from './text.ts';
import type { Time } from './time.ts';

export const CHANNELS = ['chat', 'email', 'sms', 'phone', 'voicemail', 'social'] as const;
export type Channel = (typeof CHANNELS)[number];

export const ROLES = ['agent', 'customer', 'bot', 'system'] as const;
export type Role = (typeof ROLES)[number];

/** One thing somebody said. */
export interface Message {
  /** 0-based, in the conversation as it was written, messages of every role counted. */
  readonly index: number;
  readonly role: Role;
  readonly speaker?: string | undefined;
  readonly text: Text;
  readonly at?: Time | undefined;
  /** When the speaker stopped, where the source says so (calls). */
  readonly until?: Time | undefined;
  /** What is known of it as a mail; undefined in other channels, and where nothing is. */
  readonly mail?: Mail | undefined;
  /** A quick phrase or an automatic reply, where the source says so. */
  readonly canned?: boolean | undefined;
}

/** Whether the source holds the beginning or end of a conversation, or may have been cut there. */
export type Edge = 'known' | 'unknown';

export interface Conversation {
  readonly id?: string | undefined;
  readonly channel?: Channel | undefined;
  /** A language tag that the source declares: `en`, `zh`, `zh-Hant`, `kk`. */
  readonly language?: string | undefined;
  readonly subject?: Text | undefined;
  readonly facts?: Facts | undefined;
  /** Holds and transfers, in their order. */
  readonly events?: readonly CallEvent[] | undefined;
  readonly messages: readonly Message[];
  readonly start: Edge;
  readonly end: Edge;
}
