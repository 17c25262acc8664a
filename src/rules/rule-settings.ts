import type { Figure } from '../checks/figure.ts';
import type { Channel } from '../core/conversation.ts';
import type { Severity } from '../core/finding.ts';
import type { Occasion, Plan, PlannedCheck, PlannedRule } from './plan.ts';

/** Which rules run, and how: made of presets, configuration and flags. */
export interface RuleSettings {
  readonly presets: readonly string[];
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** Only these rules, on whatever their preset; undefined for all that the presets hold. */
  readonly only?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  /** What holds for some documents besides; of several that hold, later ones win. */
  readonly variants?: readonly RuleVariant[] | undefined;
}

/** Settings of rules in some channels and languages; both must hold where both are named. */
export interface RuleVariant {
  readonly channels?: readonly Channel[] | undefined;
  readonly languages?: readonly string[] | undefined;
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface RuleSetting {
  /** Undefined keeps the rule's own; a severity switches a rule of another preset on. */
  readonly severity?: Severity | 'off' | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** In place of the rule's own longest wait; only for rules that speak after one. */
  readonly waits?: Figure<number> | undefined;
  /** Options of its mechanisms, by mechanism, in place of the rule's own. */
  readonly options?: Readonly<Record<string, object>> | undefined;
}

/** The second setting over the first. */
export function joinedSetting(first: RuleSetting | undefined, second: RuleSetting): RuleSetting {
  if (first === undefined) return second;
  const options: Record<string, object> = { ...first.options };
  for (const [mechanism, values] of Object.entries(second.options ?? {}))
    options[mechanism] = { ...options[mechanism], ...values };
  return {
    severity: second.severity ?? first.severity,
    channels: second.channels ?? first.channels,
    waits: second.waits ?? first.waits,
    options,
  };
}

/** The settings with those of some variants over them. */
export function withVariants(settings: RuleSettings, variants: readonly RuleVariant[]): RuleSettings {
  const rules: Record<string, RuleSetting> = { ...settings.rules };
  for (const variant of variants)
    for (const [id, setting] of Object.entries(variant.rules)) rules[id] = joinedSetting(rules[id], setting);
  return { ...settings, rules };
}

/** Every rule that runs in some document, whatever variants hold there. */
export function activeSomewhere(plan: Plan, settings: RuleSettings): readonly ActiveRule[] {
  const { variants = [] } = settings;
  const active = activeRules(plan, settings);
  if (variants.length === 0) return active;
  const known = new Set(active.map(({ rule }) => rule.id));
  const switchedOn = variants.flatMap((variant) => activeRules(plan, withVariants(settings, [variant])));
  return [...active, ...switchedOn.filter(({ rule }) => !known.has(rule.id) && known.add(rule.id))];
}

export interface ActiveRule {
  readonly rule: PlannedRule;
  readonly severity: Severity;
  /** The configuration names the severity, so no finding has another. */
  readonly isSeveritySet: boolean;
  readonly channels: readonly Channel[] | undefined;
  readonly checks: readonly PlannedCheck[];
  readonly occasion: Occasion | undefined;
}

/** The severity of what the readers of files report, or undefined where it is switched off. */
export function readerSeverity(plan: Plan, id: string, settings: RuleSettings): Severity | undefined {
  const rule = plan.rules.find((one) => one.id === id);
  const severity = settings.rules[id]?.severity ?? rule?.severity;
  return severity === 'off' ? undefined : severity;
}

/** Every rule that a check reports, as it is written. */
export function allRules(plan: Plan): readonly ActiveRule[] {
  return activeRules(plan, { presets: [], rules: {}, only: plan.rules.map(({ id }) => id) });
}

/** The rules that run, in the order of their ids. */
export function activeRules(plan: Plan, settings: RuleSettings): readonly ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of plan.rules) {
    const setting = settings.rules[rule.id] ?? {};
    if (rule.byReader || !isOn(rule, setting, settings)) continue;
    active.push({
      rule,
      severity: setting.severity === undefined || setting.severity === 'off' ? rule.severity : setting.severity,
      isSeveritySet: setting.severity !== undefined,
      channels: setting.channels ?? rule.channels,
      occasion:
        rule.occasion?.kind === 'waits' && setting.waits !== undefined
          ? { ...rule.occasion, longerThan: setting.waits }
          : rule.occasion,
      checks: rule.checks.map(({ check, options }) => {
        const own = setting.options?.[check];
        return { check, options: own === undefined ? options : { ...(options as object), ...own } };
      }),
    });
  }
  return active.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function isOn(rule: PlannedRule, setting: RuleSetting, { presets, only, except }: RuleSettings): boolean {
  if (except?.includes(rule.id)) return false;
  // A rule that is asked for by name runs even where the configuration switches it off.
  if (only !== undefined) return only.includes(rule.id);
  if (setting.severity === 'off') return false;
  return setting.severity !== undefined || rule.preset === 'recommended' || presets.includes(rule.preset);
}
