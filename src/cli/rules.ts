import { needsOf } from '../rules/needs.ts';
import { allRules } from '../rules/rule-settings.ts';
import { coverageReport } from './coverage.ts';
import type { Io } from './io.ts';
import { CLEAN } from './main.ts';
import { paintFor } from './paint.ts';
import { readerIn } from './reader.ts';
import type { CommonOptions, ReadingOptions, RuleOptions } from './settings.ts';
import { openWorkspace, ruleFolders } from './workspace.ts';

export interface RulesOptions extends CommonOptions, ReadingOptions, RuleOptions {
  readonly format: 'pretty' | 'json';
  /** Files to say of which rules can run on them. */
  readonly for?: readonly string[] | undefined;
}

/** Lists the rules that ship and those of the configuration, in the order of their ids, or says which can run on files. */
export async function rules(options: RulesOptions, io: Io): Promise<number> {
  if (options.for !== undefined) return coverageReport(options.for, options, io);
  const workspace = openWorkspace(io, options);
  const found = await workspace.config();
  const book = await workspace.store.book(ruleFolders(found), found.config.tools);
  const plan = await workspace.plan(found);
  const needs = new Map(allRules(plan).map((active) => [active.rule.id, needsOf(active, found.config.tools)]));
  const reader = await readerIn([options.locale, found.config.file.locale], io);
  const listed = [...book.rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => {
      const setting = found.config.rules[rule.id];
      return {
        id: rule.id,
        severity: setting?.severity ?? rule.severity,
        preset: rule.preset,
        channels: setting?.channels ?? rule.channels ?? null,
        documents: rule.documents ?? null,
        needs: needs.get(rule.id) ?? [],
        say: reader.text(rule.say),
      };
    });
  if (options.format === 'json') {
    await io.out(`${JSON.stringify({ version: 1, rules: listed }, null, 2)}\n`);
    return CLEAN;
  }
  const paint = await paintFor(options.color, io);
  const width = Math.max(...listed.map(({ id }) => id.length));
  const paintSeverity = (severity: string) =>
    (severity === 'off' ? paint.quiet : paint[severity as 'error'])(severity.padEnd(7));
  for (const { id, severity, preset, say } of listed) {
    await io.out(`${id.padEnd(width)}  ${paintSeverity(severity)}  ${preset.padEnd(11)}  ${say}\n`);
  }
  return CLEAN;
}
