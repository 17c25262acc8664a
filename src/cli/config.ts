import { resolve } from 'node:path';
import type { TracedValue } from '../config/trace.ts';
import { tracedOverrides, tracedRule, tracedValues } from '../config/trace.ts';
import type { SetupPlace } from '../core/setup-error.ts';
import type { Wording } from '../locales/wording.ts';
import { activeRules } from '../rules/rule-settings.ts';
import type { ConfigReport, ReportedRule, ReportedValue } from './config-text.ts';
import { configJson, configYaml } from './config-text.ts';
import type { Io } from './io.ts';
import { wordingFor } from './locale.ts';
import { CLEAN } from './main.ts';
import type { CommonOptions, ReadingOptions, RuleOptions } from './settings.ts';
import { ruleSettings, withFlags } from './settings.ts';
import { openWorkspace } from './workspace.ts';

export interface ConfigOptions extends CommonOptions, ReadingOptions, RuleOptions {
  /** The file that the configuration is asked about; it need not be there. */
  readonly print: string;
  readonly format: 'yaml' | 'json';
}

/** Prints what holds for a file, and where each value comes from. */
export async function config(options: ConfigOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, options);
  const found = await workspace.configFor(resolve(io.cwd, options.print));
  const wording = wordingFor([options.locale, found.config.file.locale], io.env);
  const { fileSettings } = await import('../node/config-finder.ts');
  // Wrong flags are told here as everywhere.
  withFlags(await fileSettings(found), options);
  const plan = await workspace.plan(found);
  const settings = ruleSettings(found.config, options, plan);
  const now = new Map(activeRules(plan, settings).map((active) => [active.rule.id, active.severity]));
  const byDefault = new Map(
    activeRules(plan, { presets: ['recommended'], rules: {} }).map(({ rule, severity }) => [rule.id, severity]),
  );
  const rules = [...plan.rules]
    .filter(({ byReader }) => !byReader)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, preset }): ReportedRule[] => {
      const traced = tracedRule(found.config, id).map(reported);
      const severity = now.get(id) ?? 'off';
      const own = byDefault.get(id) ?? 'off';
      const settings = traced.filter(({ keys }) => keys[0] !== 'severity');
      const named = traced.find(({ keys }) => keys[0] === 'severity');
      if (severity === own && named === undefined && settings.length === 0) return [];
      const from =
        flagFor(id, options) ??
        named?.from ??
        (severity === own ? wording.house.byDefault : wording.house.preset(preset));
      return [{ id, severity, default: own, from, settings }];
    });
  const report: ConfigReport = {
    file: options.print,
    configurations: [...new Set(found.config.parts.map(({ document }) => document.path))],
    values: valuesFor(tracedValues(found.config), options, wording),
    rules,
    overrides: tracedOverrides(found.config).map(({ channels, languages, place, rules: ofOverride }) => ({
      channels,
      languages,
      from: placeText(place),
      rules: ofOverride.map(({ id, settings: traced }) => ({ id, settings: traced.map(reported) })),
    })),
  };
  await io.out(options.format === 'json' ? configJson(report) : configYaml(report, wording.house));
  return CLEAN;
}

function reported({ keys, value, place, isItem }: TracedValue): ReportedValue {
  return { keys, value, from: placeText(place), isItem };
}

function placeText({ path, line, column, keys }: SetupPlace): string {
  if (line !== undefined) return `${path}:${line}:${column ?? 1}`;
  return keys === undefined ? path : `${path}: ${keys}`;
}

/** The flag that decides over a rule, as the last one that speaks of it. */
function flagFor(id: string, { rule, only, except }: ConfigOptions): string | undefined {
  const fits = (pattern: string) => (pattern.endsWith('/*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id);
  if (except.some(fits)) return '--except';
  if (only.length > 0 && !only.some(fits)) return '--only';
  if (rule.some((written) => fits(written.split('=')[0] as string))) return '--rule';
  return only.length > 0 ? '--only' : undefined;
}

/** The configuration's values with those of flags: one value is replaced, lists and facts grow. */
function valuesFor(
  traced: readonly TracedValue[],
  options: ConfigOptions,
  { locale, house }: Wording,
): readonly ReportedValue[] {
  const values = traced.map(reported);
  const replace = (key: string, value: unknown, from: string) => {
    const at = values.findIndex(({ keys }) => keys[0] === key);
    const replaced = { keys: [key], value, from, isItem: false };
    if (at < 0) values.push(replaced);
    else values.splice(at, 1, replaced);
  };
  for (const key of ['kind', 'channel', 'language', 'dates', 'encoding'] as const)
    if (options[key] !== undefined) replace(key, options[key], `--${key}`);
  if (options.preset.length > 0) replace('preset', options.preset, '--preset');
  else if (!values.some(({ keys }) => keys[0] === 'preset'))
    values.unshift({ keys: ['preset'], value: 'recommended', from: house.byDefault, isItem: false });
  if (options.locale !== undefined) replace('locale', options.locale, '--locale');
  else if (!values.some(({ keys }) => keys[0] === 'locale')) replace('locale', locale, house.fromEnvironment);
  const add = (key: string, items: readonly string[], from: string) => {
    const last = values.findLastIndex(({ keys }) => keys[0] === key);
    values.splice(
      last < 0 ? values.length : last + 1,
      0,
      ...items.map((value) => ({ keys: [key], value, from, isItem: true })),
    );
  };
  add('agents', options.agent, '--agent');
  add('customers', options.customer, '--customer');
  for (const fact of options.fact) {
    const [name = '', ...value] = fact.split('=');
    const same = values.findIndex(({ keys }) => keys[0] === 'facts' && keys[1] === name);
    if (same >= 0) values.splice(same, 1);
    const last = values.findLastIndex(({ keys }) => keys[0] === 'facts');
    values.splice(last < 0 ? values.length : last + 1, 0, {
      keys: ['facts', name],
      value: value.join('='),
      from: '--fact',
      isItem: false,
    });
  }
  return values;
}
