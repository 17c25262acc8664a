import type { Role } from './conversation.ts';
import type { Fix } from './fix.ts';
import type { Span } from './span.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Values that a rule's sentence may name: `{words}`, `{wait}`, `{limit}`, `{count}`. */
export type FindingData = Readonly<Record<string, string | number | Duration | NamedThings>>;

/** A length of time in milliseconds, to be written in the reader's language. */
export interface Duration {
  readonly milliseconds: number;
}

/** Things by their names, each one for all readers or by language. */
export interface NamedThings {
  readonly names: readonly (string | Readonly<Record<string, string>>)[];
}

/** A place in a source, with the words that stand there. */
export interface Place {
  readonly spans: readonly Span[];
  readonly exact: boolean;
  /** The clean words, without the source's escapes. */
  readonly words: string;
  /** 0-based index in the conversation; undefined in drafts and libraries. */
  readonly messageIndex?: number | undefined;
  readonly role?: Role | undefined;
  readonly speaker?: string | undefined;
}

/** Another place that explains a finding. */
export interface Related extends Place {
  /**
   * `occasion`: what made the rule speak, such as a complaint or a request to hold. `counterpart`: what the words are
   * compared with, such as another entry of the library.
   */
  readonly why: 'occasion' | 'counterpart';
  /** Another file than the finding's where a draft answers a conversation. */
  readonly path: string;
}

/** One breach of one rule. The sentence is made from it when it is shown. */
export interface Finding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly data: FindingData;
  /** Words to write in place of `words`, where the phrase that matched names them. */
  readonly instead?: string | undefined;
  /** The conversation's id; undefined where the source gives none. */
  readonly conversation?: string | undefined;
  /** The library entry's id or title. */
  readonly entry?: string | undefined;
  /** The language of the message, as far as it is known. */
  readonly language?: string | undefined;
  readonly related: readonly Related[];
  /** How to mend it, where that can be told. */
  readonly fix?: Fix | undefined;
  /** Stays the same while the file around it changes, and tells no words. */
  readonly fingerprint?: string | undefined;
  /** Why it is not counted, where it is silenced. */
  readonly suppression?: Suppression | undefined;
  /** What no report may show of the sources, of all findings of a document; `words` and the rest show it no more. */
  readonly hidden?: readonly HiddenPlace[] | undefined;
}

/** What silences a finding. */
export interface Suppression {
  readonly by: 'directive' | 'ignore' | 'baseline';
  /** What the team gave as the reason. */
  readonly reason?: string | undefined;
}

/** A place in a source that holds a secret. */
export interface HiddenPlace {
  readonly path: string;
  readonly span: Span;
}

/** The order in which findings are shown: path, place, rule. Two runs print the same bytes. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareStrings(a.path, b.path) ||
    startOf(a) - startOf(b) ||
    endOf(a) - endOf(b) ||
    compareStrings(a.rule, b.rule) ||
    compareStrings(a.words, b.words)
  );
}

export function startOf(place: Place): number {
  return place.spans[0]?.start ?? 0;
}

export function endOf(place: Place): number {
  return place.spans.at(-1)?.end ?? 0;
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
