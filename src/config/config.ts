import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError, throwAll } from '../core/setup-error.ts';
import { suggestion } from '../rules/nearest.ts';
import type { Plan, PlannedRule } from '../rules/plan.ts';
import type { RuleSetting, RuleVariant } from '../rules/rule-settings.ts';
import { joinedSetting } from '../rules/rule-settings.ts';
import type { Toolbox } from '../rules/toolbox.ts';
import { SHIPPED_TOOLS } from '../rules/toolbox.ts';
import type { SettingsDocument } from '../rules/yaml-file.ts';
import { checked } from '../rules/yaml-file.ts';
import { ignoreMistakes } from './ignores.ts';
import type { ConfigFile, OverrideFile, RuleSettingFile } from './schema.ts';
import { configSchema, configSchemaFor } from './schema.ts';

/** A configuration as one file says it, or the presets that it extends. */
export interface ConfigLayer {
  readonly document: SettingsDocument;
  readonly file: ConfigFile;
}

/** A configuration with all that it extends, what it extends first. */
export interface ConfigChain {
  readonly layers: readonly ConfigLayer[];
  readonly tools: Toolbox;
}

/** What a layer says of all files, or one of its overrides. */
export interface ConfigPart {
  readonly document: SettingsDocument;
  /** Where it stands in the document. */
  readonly path: readonly (string | number)[];
  readonly file: ConfigFile | OverrideFile;
  readonly channels: RuleVariant['channels'];
  readonly languages: RuleVariant['languages'];
}

/** What holds for a file. */
export interface Config {
  /** Each value as the last one says that names it; lists add up. */
  readonly file: ConfigFile & Pick<OverrideFile, 'kind'>;
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** What holds in some channels and languages besides, later ones over earlier ones. */
  readonly variants: readonly RuleVariant[];
  /** What it was made of, later ones over earlier ones. */
  readonly parts: readonly ConfigPart[];
  readonly tools: Toolbox;
}

/** Checks a document; every mistake is added to `errors`. */
export function readLayer(
  document: SettingsDocument,
  { checks }: Toolbox,
  errors: SetupError[],
): ConfigLayer | undefined {
  if (document.value === null || document.value === undefined) return { document, file: {} };
  const schema = checks === SHIPPED_TOOLS.checks ? configSchema : configSchemaFor(checks);
  const file = checked(schema as typeof configSchema, document, errors);
  return file === undefined ? undefined : { document, file };
}

/** Tells whether a file fits globs. */
export type FileMatcher = (globs: readonly string[]) => boolean;

/** Which overrides hold for a file, as a key: files with the same key have the same configuration. */
export function overridesKey({ layers }: ConfigChain, matches: FileMatcher): string {
  return layers
    .flatMap(({ file }) => file.overrides ?? [])
    .map((override) => (isFor(override, matches) ? 1 : 0))
    .join('');
}

/** What a configuration comes to for a file. */
export function configOf({ layers, tools }: ConfigChain, matches: FileMatcher): Config {
  const parts = layers.flatMap(({ document, file }): ConfigPart[] => [
    { document, path: [], file, channels: undefined, languages: undefined },
    ...(file.overrides ?? []).flatMap((override, index): ConfigPart[] =>
      isFor(override, matches)
        ? [
            {
              document,
              path: ['overrides', index],
              file: override,
              channels: listOf(override.channels),
              languages: listOf(override.languages),
            },
          ]
        : [],
    ),
  ]);
  const pieces = parts.map(({ document, path, file, channels, languages }) => ({
    channels,
    languages,
    rules: ruleSettings(file.rules ?? {}, document, path),
  }));
  return { file: joinedFile(parts), ...inOrder(pieces), parts, tools };
}

function isFor({ files }: OverrideFile, matches: FileMatcher): boolean {
  return files === undefined || matches(typeof files === 'string' ? [files] : files);
}

/** Keys that are no values of a file: they say where values come from, or are joined in their own way. */
export const APART_KEYS = ['$schema', 'extends', 'overrides', 'files', 'channels', 'languages', 'rules'];

/** Keys whose values mean something only as a whole. */
export const WHOLE_KEYS = ['preset', 'businessHours'];

function joinedFile(parts: readonly ConfigPart[]): Config['file'] {
  const joined: Record<string, unknown> = {};
  for (const { file, channels, languages } of parts) {
    if (channels !== undefined || languages !== undefined) continue;
    for (const [key, value] of Object.entries(file)) {
      if (value === undefined || APART_KEYS.includes(key)) continue;
      const before = joined[key];
      if (before === undefined || WHOLE_KEYS.includes(key)) joined[key] = value;
      else if (Array.isArray(before) && Array.isArray(value)) joined[key] = [...new Set([...before, ...value])];
      else if (typeof before === 'object' && typeof value === 'object') joined[key] = { ...before, ...value };
      else joined[key] = value;
    }
  }
  return joined;
}

interface Piece {
  readonly channels: RuleVariant['channels'];
  readonly languages: RuleVariant['languages'];
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What holds everywhere, and what holds in some channels and languages where nothing later says otherwise. */
function inOrder(pieces: readonly Piece[]): Pick<Config, 'rules' | 'variants'> {
  const rules: Record<string, RuleSetting> = {};
  const variants: RuleVariant[] = [];
  for (const { channels, languages, rules: named } of pieces) {
    if (channels !== undefined || languages !== undefined) {
      variants.push({ channels, languages, rules: { ...named } });
      continue;
    }
    for (const [id, setting] of Object.entries(named)) {
      rules[id] = joinedSetting(rules[id], setting);
      // What is said later and of all documents wins over what was said of some.
      variants.forEach((variant, index) => {
        const before = variant.rules[id];
        if (before !== undefined)
          variants[index] = { ...variant, rules: { ...variant.rules, [id]: without(before, setting) } };
      });
    }
  }
  return { rules, variants };
}

function without(setting: RuleSetting, later: RuleSetting): RuleSetting {
  const options = Object.entries(setting.options ?? {}).map(([mechanism, values]) => {
    const replaced = Object.keys(later.options?.[mechanism] ?? {});
    return [mechanism, Object.fromEntries(Object.entries(values).filter(([key]) => !replaced.includes(key)))] as const;
  });
  return {
    severity: later.severity === undefined ? setting.severity : undefined,
    channels: later.channels === undefined ? setting.channels : undefined,
    waits: later.waits === undefined ? setting.waits : undefined,
    options: Object.fromEntries(options),
  };
}

/** @throws SetupErrors where the configuration names a rule that does not exist, or a mechanism that its rule does not use */
export function checkRuleNames({ parts, tools }: Config, plan: Plan): void {
  const errors: SetupError[] = [];
  const ids = plan.rules.map((rule) => rule.id);
  for (const { document, path, file } of parts) {
    if ('ignores' in file) errors.push(...ignoreMistakes(file.ignores ?? [], document, plan));
    for (const [id, setting] of Object.entries(file.rules ?? {})) {
      const report: Report = (problem, key, mend = '') =>
        errors.push(new SetupError(problem, { place: placeOf(document, path, id, key), mend }));
      const rule = plan.rules.find((one) => one.id === id);
      if (rule === undefined)
        report(`there is no rule “${id}”.`, undefined, suggestion(id, ids) || 'See `replylint rules`.');
      else checkSetting(rule, setting, tools, report);
    }
  }
  throwAll(errors);
}

type Report = (problem: string, key: string | undefined, mend?: string) => void;

function checkSetting({ id, occasion, checks }: PlannedRule, setting: RuleSettingFile, tools: Toolbox, report: Report) {
  if (typeof setting === 'string') return;
  const { severity, channels, after, ...options } = setting;
  if (after !== undefined && occasion?.kind !== 'waits') report(`“${id}” does not speak after a wait.`, 'after');
  const used = checks.map(({ check }) => check);
  for (const [mechanism, values] of Object.entries(options)) {
    if (values === undefined || used.includes(mechanism)) continue;
    const settable = used.filter((check) => tools.checks.find(({ name }) => name === check)?.options !== undefined);
    const mend = settable.length === 0 ? 'It has a severity and channels only.' : `It has: ${settable.join(', ')}.`;
    report(`“${id}” does not use “${mechanism}”.`, mechanism, mend);
  }
}

function placeOf(
  document: SettingsDocument,
  path: readonly (string | number)[],
  id: string,
  key: string | undefined,
): SetupPlace {
  return document.place([...path, 'rules', id, ...(key === undefined ? [] : [key])], true);
}

function ruleSettings(
  rules: Readonly<Record<string, RuleSettingFile>>,
  document: SettingsDocument,
  path: readonly (string | number)[],
): Readonly<Record<string, RuleSetting>> {
  const part = path.reduce((value, key) => (value as Record<string | number, unknown>)[key], document.value);
  const written = (part as { readonly rules?: Readonly<Record<string, unknown>> } | null | undefined)?.rules ?? {};
  return Object.fromEntries(
    Object.entries(rules).map(([id, setting]) => [id, ruleSetting(setting, written[id] as Record<string, object>)]),
  );
}

function ruleSetting(setting: RuleSettingFile, written: Readonly<Record<string, object>>): RuleSetting {
  if (typeof setting === 'string') return { severity: setting };
  const { severity, channels, after, ...options } = setting;
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

function listOf<Item>(items: Item | readonly Item[] | undefined): readonly Item[] | undefined {
  if (items === undefined) return undefined;
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item];
}
