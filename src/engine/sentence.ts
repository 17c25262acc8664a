import type { Duration, Finding } from '../core/finding.ts';
import type { PlannedRule } from '../rules/plan.ts';
import type { Sentences } from '../rules/schema.ts';

/** What a finding says to the reader. */
export interface Sentence {
  readonly message: string;
  /** What to write instead, in the language of the words at fault. */
  readonly instead: string | undefined;
}

/** The reader's language. A `Wording` is one. */
export interface Speech {
  /** `en`, `zh`, `zh-Hant`, `kk` */
  readonly locale: string;
  duration(duration: Duration): string;
  readonly traditional?: Traditional;
  /** What the program says in English, such as why a file cannot be read. */
  tell?(english: string): string;
}

/** Gives the traditional Chinese of a simplified sentence that ships, or the sentence itself. */
export type Traditional = (simplified: string) => string;

/** Writes a finding's sentence in the language of the reader. */
export function sentenceFor(finding: Finding, rule: PlannedRule, speech: Speech): Sentence {
  const { locale, traditional } = speech;
  const write = (template: string) =>
    template.replace(/\{([a-z]+)\}/g, (slot, key: string) => {
      const value = finding.data[key];
      if (value === undefined) return slot;
      if (key === 'problem') return speech.tell?.(String(value)) ?? String(value);
      if (typeof value !== 'object') return String(value);
      if ('milliseconds' in value) return speech.duration(value);
      const names = value.names.map((name) => inLanguage(name, [locale], traditional));
      return names.join(locale.startsWith('zh') ? '、' : ', ');
    });
  const instead =
    finding.instead ??
    (rule.instead === undefined ? undefined : inLanguage(rule.instead, [finding.language, locale], traditional));
  return {
    message: write(inLanguage(rule.say, [locale], traditional) ?? ''),
    instead: instead === undefined ? undefined : write(instead),
  };
}

/** The sentence in the first of the languages that has one, else in English, else in any. */
export function inLanguage(
  sentences: Sentences,
  languages: readonly (string | undefined)[],
  traditional: Traditional = same,
): string | undefined {
  if (typeof sentences === 'string') return sentences;
  for (const language of [...languages, 'en']) {
    if (language === undefined) continue;
    const found = sentences[language];
    if (found !== undefined) return found;
    const simplified = sentences[language.split('-')[0] as string];
    if (simplified !== undefined) return language === 'zh-Hant' ? traditional(simplified) : simplified;
  }
  return Object.values(sentences)[0];
}

function same(words: string): string {
  return words;
}
