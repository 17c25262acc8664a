import type { HouseWording } from '../locales/wording.ts';

export interface ReportedValue {
  readonly keys: readonly string[];
  readonly value: unknown;
  /** A place, a flag, a preset, or that nobody said. */
  readonly from: string;
  /** One of a list. */
  readonly isItem: boolean;
}

export interface ReportedRule {
  readonly id: string;
  readonly severity: string;
  readonly default: string;
  /** Where the severity comes from. */
  readonly from: string;
  /** Beside the severity. */
  readonly settings: readonly ReportedValue[];
}

export interface ReportedOverride {
  readonly channels: readonly string[] | undefined;
  readonly languages: readonly string[] | undefined;
  readonly from: string;
  readonly rules: readonly { readonly id: string; readonly settings: readonly ReportedValue[] }[];
}

/** What holds for a file. */
export interface ConfigReport {
  readonly file: string;
  /** What is extended comes first. */
  readonly configurations: readonly string[];
  readonly values: readonly ReportedValue[];
  /** Those that are not as they ship. */
  readonly rules: readonly ReportedRule[];
  /** By channel and language. */
  readonly overrides: readonly ReportedOverride[];
}

export function configJson(report: ConfigReport): string {
  const values = (list: readonly ReportedValue[]) => list.map(({ keys, value, from }) => ({ keys, value, from }));
  return `${JSON.stringify(
    {
      version: 1,
      file: report.file,
      configurations: report.configurations,
      values: values(report.values),
      rules: report.rules.map((rule) => ({ ...rule, settings: values(rule.settings) })),
      overrides: report.overrides.map(({ channels, languages, from, rules }) => ({
        channels: channels ?? null,
        languages: languages ?? null,
        from,
        rules: rules.map(({ id, settings }) => ({ id, settings: values(settings) })),
      })),
    },
    null,
    2,
  )}\n`;
}

/** A line of YAML, with where its value comes from. */
interface Line {
  readonly text: string;
  readonly from?: string;
}

/** YAML that could be a configuration; comments say where values come from. */
export function configYaml(report: ConfigReport, wording: HouseWording): string {
  const lines: Line[] = valueLines(report.values, '');
  if (report.rules.length > 0) {
    lines.push({ text: 'rules:' });
    for (const { id, severity, default: own, from, settings } of report.rules) {
      lines.push({ text: `  ${id}:` });
      lines.push({
        text: `    severity: ${severity}`,
        from: severity === own ? from : `${from} (${wording.otherwise(own)})`,
      });
      lines.push(...valueLines(settings, '    '));
    }
  }
  if (report.overrides.length > 0) lines.push({ text: 'overrides:' });
  for (const { channels, languages, from, rules } of report.overrides) {
    const conditions = [
      ...(channels === undefined ? [] : [`channels: ${inYaml(channels)}`]),
      ...(languages === undefined ? [] : [`languages: ${inYaml(languages)}`]),
    ];
    conditions.forEach((text, index) => {
      lines.push({ text: `  ${index === 0 ? '-' : ' '} ${text}`, ...(index === 0 ? { from } : {}) });
    });
    lines.push({ text: `    rules:${rules.length === 0 ? ' {}' : ''}` });
    for (const { id, settings } of rules) {
      lines.push({ text: `      ${id}:${settings.length === 0 ? ' {}' : ''}` }, ...valueLines(settings, '        '));
    }
  }
  const width = Math.min(WIDEST, Math.max(...lines.map(({ text }) => text.length)));
  const head = [wording.holdsFor(report.file), ...configurationLines(report.configurations, wording)];
  return [
    ...head.map((line) => `# ${line}`),
    ...lines.map(({ text, from }) => (from === undefined ? text : `${text.padEnd(width)}  # ${from}`)),
    '',
  ].join('\n');
}

/** Longer lines do not push the comments of all others away. */
const WIDEST = 60;

function configurationLines(paths: readonly string[], wording: HouseWording): readonly string[] {
  return paths.length === 0 ? [wording.noConfiguration] : [`${wording.configurations}: ${paths.join(', ')}`];
}

function valueLines(values: readonly ReportedValue[], indent: string): Line[] {
  const lines: Line[] = [];
  let open: string | undefined;
  for (const { keys, value, from, isItem } of values) {
    const [key = '', inner] = keys;
    if (!isItem && inner === undefined) {
      lines.push({ text: `${indent}${inYaml(key)}: ${inYaml(value)}`, from });
      open = undefined;
      continue;
    }
    if (open !== key) lines.push({ text: `${indent}${inYaml(key)}:` });
    open = key;
    lines.push({ text: `${indent}  ${isItem ? '-' : `${inYaml(inner)}:`} ${inYaml(value)}`, from });
  }
  return lines;
}

/** A value in one line. */
function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, one]) => `${inYaml(key)}: ${inYaml(one)}`)
      .join(', ')}}`;
  if (typeof value !== 'string') return String(value);
  return isPlain(value) ? value : JSON.stringify(value);
}

/** Words that YAML reads as the same string without quotes. */
function isPlain(words: string): boolean {
  return (
    /^[\p{L}\p{N}/.][\p{L}\p{N} _./@+-]*$/u.test(words) &&
    !/\s$|^[.\d][\d_a-f.ox+-]*$|^(?:true|false|null|yes|no|on|y|n|\.inf|\.nan)$/i.test(words)
  );
}
