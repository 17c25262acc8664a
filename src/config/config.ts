import { CHECKS } from '../checks/registry.ts';
import { SetupError, throwAll } from '../core/setup-error.ts';
import { suggestion } from '../rules/nearest.ts';
import type { Plan } from '../rules/plan.ts';
import type { RuleSetting } from '../rules/rule-settings.ts';
import type { SettingsDocument, SettingsFile } from '../rules/yaml-file.ts';
import { checked, readSettings } from '../rules/yaml-file.ts';
import { ignoreMistakes } from './ignores.ts';
import type { ConfigFile, RuleSettingFile } from './schema.ts';
import { configSchema } from './schema.ts';

/** A configuration as it was read from one file. */
export interface Config {
  readonly file: ConfigFile;
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly document: SettingsDocument | undefined;
}

const NO_CONFIG: Config = { file: {}, rules: {}, document: undefined };

/** @throws SetupError or SetupErrors */
export function readConfig(file: SettingsFile): Config {
  const [document, second] = readSettings(file);
  if (second !== undefined) throw new SetupError('a configuration is one YAML document.', { place: second.place([]) });
  if (document === undefined || document.value === null || document.value === undefined)
    return { ...NO_CONFIG, document };
  const errors: SetupError[] = [];
  const config = checked(configSchema, document, errors);
  throwAll(errors);
  return { file: config ?? {}, rules: ruleSettings(config?.rules ?? {}, document), document };
}

/** @throws SetupErrors where the configuration names a rule that does not exist, or a mechanism that its rule does not use */
export function checkRuleNames({ file, rules, document }: Config, plan: Plan): void {
  if (document === undefined) return;
  const errors: SetupError[] = [...ignoreMistakes(file.ignores ?? [], document, plan)];
  const ids = plan.rules.map((rule) => rule.id);
  for (const [id, setting] of Object.entries(rules)) {
    const rule = plan.rules.find((one) => one.id === id);
    if (rule === undefined) {
      errors.push(
        new SetupError(`there is no rule “${id}”.`, {
          place: document.place(['rules', id], true),
          mend: suggestion(id, ids) || 'See `replylint rules`.',
        }),
      );
      continue;
    }
    if (setting.waits !== undefined && rule.occasion?.kind !== 'waits') {
      errors.push(
        new SetupError(`“${id}” does not speak after a wait.`, { place: document.place(['rules', id, 'after'], true) }),
      );
    }
    for (const mechanism of Object.keys(setting.options ?? {})) {
      const used = rule.checks.map(({ check }) => check);
      if (used.includes(mechanism)) continue;
      const settable = used.filter((check) => CHECKS.find(({ name }) => name === check)?.options !== undefined);
      const mend = settable.length === 0 ? 'It has a severity and channels only.' : `It has: ${settable.join(', ')}.`;
      errors.push(
        new SetupError(`“${id}” does not use “${mechanism}”.`, {
          place: document.place(['rules', id, mechanism], true),
          mend,
        }),
      );
    }
  }
  throwAll(errors);
}

function ruleSettings(
  rules: Readonly<Record<string, RuleSettingFile>>,
  document: SettingsDocument,
): Readonly<Record<string, RuleSetting>> {
  return Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, ruleSetting(id, setting, document)]));
}

function ruleSetting(id: string, setting: RuleSettingFile, document: SettingsDocument): RuleSetting {
  if (typeof setting === 'string') return { severity: setting };
  const { severity, channels, after, ...options } = setting;
  const written = (document.value as { rules: Record<string, Record<string, object>> }).rules[id] ?? {};
  // The schema fills in defaults; only what the file itself names may replace the rule's own.
  const named = Object.entries(options as Record<string, Record<string, unknown> | undefined>).flatMap(
    ([mechanism, values]) =>
      values === undefined
        ? []
        : [
            [
              mechanism,
              Object.fromEntries(Object.entries(values).filter(([key]) => key in (written[mechanism] ?? {}))),
            ] as const,
          ],
  );
  return { severity, channels, waits: after?.['customer waits'], options: Object.fromEntries(named) };
}
