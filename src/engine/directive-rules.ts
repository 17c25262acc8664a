import { isNamedBy } from '../core/directive.ts';
import type { Severity } from '../core/finding.ts';
import { nearest } from '../rules/nearest.ts';
import type { Plan } from '../rules/plan.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';
import { activeRules, readerSeverity } from '../rules/rule-settings.ts';

/** What is reported of directives, ignores and their like. Each is a rule with a severity of its own. */
export type DirectiveRule =
  | 'directive/malformed'
  | 'directive/untrusted'
  | 'directive/no-reason'
  | 'directive/unknown-rule'
  | 'directive/unused'
  | 'ignore/unused';

/** What must be known of the rules of a run to judge what silences them. */
export interface DirectiveRules {
  /** Whether there is such a rule that may be silenced, or such a category. */
  isKnown(pattern: string): boolean;
  /** The known rule that a mistyped one most likely means. */
  nearest(pattern: string): string | undefined;
  /** Whether the rule ran, or all of the category that the configuration leaves on, so that what silences nothing is seen to. */
  ran(pattern: string): boolean;
  /** Undefined where it is switched off. */
  severity(rule: DirectiveRule): Severity | undefined;
}

export function directiveRules(plan: Plan, settings: RuleSettings): DirectiveRules {
  const known = plan.rules.filter(({ byReader }) => !byReader).map(({ id }) => id);
  const patterns = new Set([...known, ...known.map((id) => `${id.split('/')[0]}/*`)]);
  const idsOf = (chosen: RuleSettings) => activeRules(plan, chosen).map(({ rule }) => rule.id);
  const running = new Set(idsOf(settings));
  const { only, except, ...all } = settings;
  const left = only === undefined && except === undefined ? [...running] : idsOf(all);
  return {
    isKnown: (pattern) => patterns.has(pattern),
    nearest: (pattern) => nearest(pattern, known),
    ran(pattern) {
      if (!pattern.endsWith('/*')) return running.has(pattern);
      const wanted = left.filter((id) => isNamedBy(pattern, id));
      return wanted.length > 0 && wanted.every((id) => running.has(id));
    },
    severity(rule) {
      if (except?.includes(rule) || (only !== undefined && !only.includes(rule))) return undefined;
      return readerSeverity(plan, rule, settings);
    },
  };
}
