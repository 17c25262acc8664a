import type { RuleDescription } from '../reporters/reporter.ts';
import type { PlannedRule } from '../rules/plan.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Sentences } from '../rules/schema.ts';

/** A rule as reports describe it. @param tell says its sentences in the language of the reader */
export function describeRule(
  rule: PlannedRule,
  book: RuleBook,
  tell: (sentences: Sentences) => string,
): RuleDescription {
  const { why } = book.rules.find(({ id }) => id === rule.id) ?? {};
  const text = (sentences: PlannedRule['instead']) =>
    sentences === undefined ? undefined : tell(sentences).trim().replace(SLOT, '…');
  return {
    summary: text(rule.say) ?? rule.id,
    why: text(why),
    instead: text(rule.instead),
    severity: rule.severity,
  };
}

/** Where a finding has its words or figures. */
const SLOT = /\{[a-z]+\}/g;
