import { inLanguage } from '../engine/sentence.ts';
import type { RuleDescription } from '../reporters/reporter.ts';
import type { PlannedRule } from '../rules/plan.ts';
import type { RuleBook } from '../rules/rule-book.ts';

/** A rule as reports describe it. @param locale of the reader */
export function describeRule(rule: PlannedRule, book: RuleBook, locale: string): RuleDescription {
  const { why } = book.rules.find(({ id }) => id === rule.id) ?? {};
  const text = (sentences: PlannedRule['instead']) =>
    sentences === undefined ? undefined : inLanguage(sentences, [locale])?.trim().replace(SLOT, '…');
  return {
    summary: text(rule.say) ?? rule.id,
    why: text(why),
    instead: text(rule.instead),
    severity: rule.severity,
  };
}

/** Where a finding has its words or figures. */
const SLOT = /\{[a-z]+\}/g;
