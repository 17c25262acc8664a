import type * as v from 'valibot';
import type { Channel, Message } from '../core/conversation.ts';
import type { Entry } from '../core/document.ts';
import type { Needed } from '../core/document-need.ts';
import type { Facts, MessageFacts } from '../core/facts.ts';
import type { FindingData, Severity } from '../core/finding.ts';
import type { HeaderName } from '../core/mail.ts';
import type { Range } from '../core/span.ts';
import type { Gap } from '../core/time.ts';
import type { CannedReplies } from '../matching/canned-replies.ts';
import type { Reading } from '../matching/matcher.ts';

/**
 * A mechanism that rules choose and set: one file each. It looks at what a rule points it at (a message, a
 * reply) and says what is wrong there; where to look, exceptions and sentences are the rule's.
 */
export interface Check {
  /** As rule files name it. */
  readonly name: string;
  /** The verb of a rule that the mechanism stands under. */
  readonly verb: 'forbid' | 'require' | 'limit';
  /** One line for the documentation of the rule language. */
  readonly about: string;
  /** What a rule file may set; undefined where the compiler makes the options from phrases. */
  readonly options: v.GenericSchema | undefined;
  /** Options that hold phrases, which the compiler makes ready: `Wanted` when the check sees them. */
  readonly phraseOptions?: readonly string[] | undefined;
  /** Options that hold several lists of phrases, each made ready by itself. */
  readonly phraseLists?: readonly string[] | undefined;
  /** What must be known for the check to say anything; nothing if absent. */
  needs?(options: unknown): readonly Needed[];
  /** `library` where it compares entries with each other, and a rule must look at a whole library. */
  readonly place?: 'library' | undefined;
  find(target: Target, options: unknown): readonly Problem[];
}

/** The messages that a rule speaks of, in order, never empty, and what figures may depend on there. */
export interface Target extends Situation {
  readonly messages: readonly ReadMessage[];
  /** How long the customer waited for it. */
  readonly wait?: Waits | undefined;
  /** How long the agent had said nothing before it. */
  readonly silence?: Gap | undefined;
  /** What is known of the contact beside what was said. */
  readonly facts: Facts;
  /** What the messages are called, one for each, where they are the entries of a library. */
  readonly entries?: readonly Entry[] | undefined;
}

/** The time from what the customer said to the first message of a reply. */
export interface Waits {
  /** Since the first message of the customer that it answers. */
  readonly sinceFirst?: Gap | undefined;
  /** Since the last one. */
  readonly sinceLast?: Gap | undefined;
}

/** A message with what is worked out about its words, once. */
export interface ReadMessage {
  readonly message: Message;
  readonly words: string;
  readonly reading: Reading;
  readonly sentences: readonly Range[];
  /** `zh`, `zh-Hans`, `zh-Hant`, `en`, `kk`, `ru`, or undefined where nothing tells. */
  readonly language: string | undefined;
  /** Only in the channel email. There `words` are what the writer wrote: quoted mails are blanked out. */
  readonly mail?: ReadMail | undefined;
  readonly facts: MessageFacts;
  /** How long nobody had said anything before it. */
  readonly pause: Pause | undefined;
}

export interface Pause {
  readonly gap: Gap;
  /** The one who speaks now spoke last. */
  readonly isAfterOwn: boolean;
}

/** A mail taken apart. */
export interface ReadMail {
  readonly kinds: ReadonlySet<MailKind>;
  /** A part as a message of its own, whose words are blank outside of it; undefined where the mail has none. */
  part(part: MailPart): ReadMessage | undefined;
}

/**
 * - `bulk` and `service`: to many people at once, or to one customer
 * - `reply`: its headers say that it answers a mail
 * - `forward`: it passes another mail on
 * - `html` and `plain`
 */
export const MAIL_KINDS = ['bulk', 'service', 'reply', 'forward', 'html', 'plain'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** Parts of a mail: those of its body, its HTML as it is written, the subject without "Re:", where answers go to. */
export const MAIL_PARTS = [
  'own text',
  'salutation',
  'signature',
  'quoted part',
  'forwarded part',
  'html',
  'subject',
  'reply address',
] as const;
export type MailPart = (typeof MAIL_PARTS)[number] | `header ${HeaderName}`;

/** What figures may depend on. */
export interface Situation {
  readonly channel: Channel | undefined;
  /** Worked out when it is asked for. */
  readonly language: string | undefined;
  readonly presets: readonly string[];
  /** The day of the run, as in 2026-05-03; undefined where nobody says. */
  readonly today?: string | undefined;
  /** The canned replies that the team has, where the configuration names them. */
  readonly canned?: CannedReplies | undefined;
}

/** Most checks of most targets find nothing; they share this. */
export const NO_PROBLEMS: readonly Problem[] = [];

export interface Problem {
  readonly message: ReadMessage;
  /** In the words of the message. */
  readonly range: Range;
  readonly data?: FindingData | undefined;
  /** What to write in place of the range. */
  readonly instead?: string | undefined;
  /** Another place that it is compared with. */
  readonly counterpart?: { readonly message: ReadMessage; readonly range: Range } | undefined;
  /** Where it is worse than the rule says. */
  readonly severity?: Severity | undefined;
}

/** A check with the type of its options tied to its schema. */
export function defineCheck<Schema extends v.GenericSchema>(check: {
  readonly name: string;
  readonly verb: Check['verb'];
  readonly about: string;
  readonly options: Schema;
  readonly phraseOptions?: readonly string[];
  readonly phraseLists?: readonly string[];
  needs?(options: v.InferOutput<Schema>): readonly Needed[];
  readonly place?: Check['place'];
  find(target: Target, options: v.InferOutput<Schema>): readonly Problem[];
}): Check {
  return {
    ...check,
    needs: (options) => check.needs?.(options as v.InferOutput<Schema>) ?? [],
    find: (target, options) => check.find(target, options as v.InferOutput<Schema>),
  };
}

/** A check whose options the compiler makes. */
export function defineCompiledCheck<Options>(check: {
  readonly name: string;
  readonly verb: Check['verb'];
  readonly about: string;
  find(target: Target, options: Options): readonly Problem[];
}): Check {
  return { ...check, options: undefined, find: (target, options) => check.find(target, options as Options) };
}
