import type { Duration, Finding } from '../core/finding.ts';
import type { PlannedRule } from '../rules/plan.ts';
import type { Sentences } from '../rules/schema.ts';

/** What a finding says to the reader. */
export interface Sentence {
  readonly message: string;
  /** What to write instead, in the language of the words at fault. */
  readonly instead: string | undefined;
}

/** Writes a finding's sentence in the language of the reader. @param locale `en`, `zh`, `zh-Hant`, `kk` */
export function sentenceFor(
  finding: Finding,
  rule: PlannedRule,
  locale: string,
  writeDuration: (duration: Duration) => string,
): Sentence {
  const write = (template: string) =>
    template.replace(/\{([a-z]+)\}/g, (slot, key: string) => {
      const value = finding.data[key];
      if (value === undefined) return slot;
      if (typeof value !== 'object') return String(value);
      if ('milliseconds' in value) return writeDuration(value);
      return value.names.map((name) => inLanguage(name, [locale])).join(locale.startsWith('zh') ? '、' : ', ');
    });
  const instead =
    finding.instead ?? (rule.instead === undefined ? undefined : inLanguage(rule.instead, [finding.language, locale]));
  return {
    message: write(inLanguage(rule.say, [locale]) ?? ''),
    instead: instead === undefined ? undefined : write(instead),
  };
}

/** The sentence in the first of the languages that has one, else in English, else in any. */
export function inLanguage(sentences: Sentences, languages: readonly (string | undefined)[]): string | undefined {
  if (typeof sentences === 'string') return sentences;
  for (const language of [...languages, 'en']) {
    if (language === undefined) continue;
    const found = sentences[language] ?? sentences[language.split('-')[0] as string];
    if (found !== undefined) return found;
  }
  return Object.values(sentences)[0];
}
