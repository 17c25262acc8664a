/** What is peculiar to one language and cannot be said in a lexicon. One file per language. */
export interface Language {
  /** BCP 47, without a script: `en`, `zh`, `kk`. */
  readonly tag: string;
  /** Frequent words that tell it from other languages of its script, in lower case. */
  readonly commonWords: readonly string[];
  /** Words before a full stop that do not end a sentence, in lower case, without the stop. */
  readonly abbreviations: readonly string[];
  /** Number words with their values, in lower case. */
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
}
