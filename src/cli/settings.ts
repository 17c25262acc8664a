import { hintFor } from '../checks/fact-values.ts';
import type { Config } from '../config/config.ts';
import type { FileSettings } from '../config/file-settings.ts';
import type { Channel } from '../core/conversation.ts';
import type { DocumentKind } from '../core/document.ts';
import type { Facts } from '../core/facts.ts';
import { FACT_NAMES, FACTS } from '../core/facts.ts';
import type { Severity } from '../core/finding.ts';
import { SEVERITIES } from '../core/finding.ts';
import { factNamed, readFact } from '../core/read-fact.ts';
import { SetupError } from '../core/setup-error.ts';
import { isEncoding } from '../node/decode.ts';
import type { Search } from '../node/files.ts';
import { suggestion } from '../rules/nearest.ts';
import type { Plan } from '../rules/plan.ts';
import type { RuleSetting, RuleSettings } from '../rules/rule-settings.ts';

/** Flags that every command takes. */
export interface CommonOptions {
  readonly config?: string | undefined;
  readonly locale?: string | undefined;
  readonly color?: boolean | undefined;
}

/** Flags that say how files are read. */
export interface ReadingOptions extends Search {
  readonly stdinFilename?: string | undefined;
  readonly kind?: DocumentKind | undefined;
  readonly channel?: Channel | undefined;
  readonly language?: string | undefined;
  readonly agent: readonly string[];
  readonly dates?: 'day-first' | 'month-first' | undefined;
  readonly customer: readonly string[];
  readonly fact: readonly string[];
  readonly encoding?: string | undefined;
  readonly regroup?: boolean | undefined;
}

/** Flags that choose rules. */
export interface RuleOptions {
  readonly rule: readonly string[];
  readonly only: readonly string[];
  readonly except: readonly string[];
  readonly preset: readonly string[];
}

/**
 * The settings of a file with the flags over them.
 * @throws SetupError for a fact that does not exist or cannot be read
 */
export function withFlags(settings: FileSettings, options: ReadingOptions): FileSettings {
  return {
    ...settings,
    kind: options.kind ?? settings.kind,
    channel: options.channel ?? settings.channel,
    language: options.language ?? settings.language,
    dates: options.dates ?? settings.dates,
    agents: [...settings.agents, ...options.agent],
    encoding: knownEncoding(options.encoding ?? settings.encoding),
    regroup: options.regroup ?? settings.regroup,
    customers: [...settings.customers, ...options.customer],
    facts: { ...settings.facts, ...factsOf(options.fact) },
  };
}

/** `--fact "disconnected by=agent"` */
function factsOf(flags: readonly string[]): Facts {
  return Object.fromEntries(
    flags.map((written) => {
      const equals = written.indexOf('=');
      const name = factNamed(equals < 0 ? written : written.slice(0, equals));
      if (equals < 0 || name === undefined) {
        throw new SetupError(`--fact ${written}: write name=value.`, {
          mend: suggestion(written.split('=')[0] as string, FACT_NAMES) || `Known are: ${FACT_NAMES.join(', ')}.`,
        });
      }
      const value = readFact(name, written.slice(equals + 1));
      if (value === undefined) throw new SetupError(`--fact ${written}: ${hintFor(FACTS[name])}.`);
      return [name, value];
    }),
  );
}

/** @throws SetupError for a name that no decoder knows */
function knownEncoding(name: string | undefined): string | undefined {
  if (name !== undefined && !isEncoding(name))
    throw new SetupError(`there is no encoding “${name}”.`, {
      mend: 'Write utf-8, utf-16le, utf-16be, gb18030, big5 or another name of the WHATWG list.',
    });
  return name;
}

/**
 * Which rules run: presets and severities of the flags win over the configuration's.
 * @throws SetupError for a rule, preset or severity that does not exist
 */
export function ruleSettings(config: Config, options: RuleOptions, plan: Plan): RuleSettings {
  const ids = plan.rules.map(({ id }) => id);
  const chosen = options.preset.length > 0 ? options.preset : listOf(config.file.preset);
  for (const preset of chosen) {
    if (!PRESETS.includes(preset))
      throw new SetupError(`there is no preset “${preset}”.`, { mend: suggestion(preset, PRESETS) });
  }
  const rules: Record<string, RuleSetting> = { ...config.rules };
  let { variants } = config;
  for (const written of options.rule) {
    const [id, severity] = written.split('=') as [string, string | undefined];
    if (severity === undefined || !isSeverity(severity)) {
      throw new SetupError(`--rule ${written}: write id=severity, the severity being error, warning, info or off.`);
    }
    for (const one of expandIds([id], ids, '--rule')) {
      rules[one] = { ...rules[one], severity };
      variants = variants.map((variant) => ({
        ...variant,
        rules: { ...variant.rules, [one]: { ...variant.rules[one], severity } },
      }));
    }
  }
  return {
    presets: chosen.length === 0 ? ['recommended'] : chosen,
    rules,
    variants,
    only: options.only.length === 0 ? undefined : expandIds(options.only, ids, '--only'),
    except: options.except.length === 0 ? undefined : expandIds(options.except, ids, '--except'),
  };
}

const PRESETS: readonly string[] = ['recommended', 'strict', 'preview'];

function isSeverity(words: string): words is Severity | 'off' {
  return words === 'off' || (SEVERITIES as readonly string[]).includes(words);
}

/** Ids of rules, where `greeting/*` is a whole category. */
function expandIds(patterns: readonly string[], ids: readonly string[], flag: string): readonly string[] {
  return patterns.flatMap((pattern) => {
    const category = pattern.endsWith('/*') ? pattern.slice(0, -1) : undefined;
    const found = ids.filter((id) => (category === undefined ? id === pattern : id.startsWith(category)));
    if (found.length === 0)
      throw new SetupError(`${flag} ${pattern}: there is no such rule.`, {
        mend: suggestion(pattern, ids) || 'See `replylint rules`.',
      });
    return found;
  });
}

function listOf<Item>(items: Item | readonly Item[] | undefined): readonly Item[] {
  if (items === undefined) return [];
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item];
}
