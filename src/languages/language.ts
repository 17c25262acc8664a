import type { HeaderName } from '../core/mail.ts';

/** What is peculiar to one language and cannot be said in a lexicon. One file per language. */
export interface Language {
  /** BCP 47, without a script: `en`, `zh`, `kk`. */
  readonly tag: string;
  /** Frequent words that tell it from other languages of its script, in lower case. */
  readonly commonWords: readonly string[];
  /** Words before a full stop that do not end a sentence, in lower case, without the stop. */
  readonly abbreviations: readonly string[];
  /** Words that stand for one number, with their values, in lower case; none that are vague, such as “few”. */
  readonly numberWords: Readonly<Record<string, number>>;
  /**
   * What `~` in a phrase stands for: one ending, or several one after the other. In lower case. A word takes
   * endings of one set only: those of Kazakh agree in their vowels.
   */
  readonly endings: readonly (readonly string[])[];
  /** How many endings a word may take one after the other. */
  readonly mostEndings: number;
  /** Words that may stand twice in a row: "that that", "bye bye", "谢谢". In lower case. */
  readonly doubled: readonly string[];
  readonly mail: MailWords;
}

/** How mail programs of the language, and people who type a mail by hand, write what stands around its words. In lower case. */
export interface MailWords {
  /** Names of headers. `date` is also the "Sent:" above a quoted mail. */
  readonly headers: Readonly<Partial<Record<HeaderName, readonly string[]>>>;
  /** What a subject begins with in an answer, without the colon. */
  readonly reply: readonly string[];
  /** What a subject begins with where a mail is passed on, without the colon. */
  readonly forward: readonly string[];
  /** The line above a quoted mail begins and ends with one of these: "On Monday, Ann Lee wrote:". */
  readonly quoteOpens: readonly string[];
  readonly quoteCloses: readonly string[];
  /** What stands between rows of dashes above the mail that is answered. */
  readonly original: readonly string[];
  /** What stands between rows of dashes, or alone in a line, above a mail that is passed on. */
  readonly forwarded: readonly string[];
  /** How the line begins that a phone puts below a mail: "Sent from my …". */
  readonly sentFrom: readonly string[];
}
