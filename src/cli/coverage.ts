import type { Document } from '../core/document.ts';
import type { Needed } from '../core/document-need.ts';
import type { Coverage } from '../engine/coverage.ts';
import { coverageIn } from '../engine/coverage.ts';
import type { Wording } from '../locales/wording.ts';
import { isProblem } from '../node/sources.ts';
import { visible } from '../reporters/visible.ts';
import type { Plan } from '../rules/plan.ts';
import { activeSomewhere } from '../rules/rule-settings.ts';
import type { Io } from './io.ts';
import { CLEAN, FAILED } from './main.ts';
import { needsText } from './needs-text.ts';
import type { Reader } from './reader.ts';
import { readerIn } from './reader.ts';
import type { CommonOptions, ReadingOptions, RuleOptions } from './settings.ts';
import { ruleSettings } from './settings.ts';
import type { Input, SourceReader, Workspace } from './workspace.ts';
import { openWorkspace, readerFor } from './workspace.ts';

export interface CoverageOptions extends CommonOptions, ReadingOptions, RuleOptions {
  readonly format: 'pretty' | 'json';
}

/** Says of each file which rules could not run on it, and what they lacked. */
export async function coverageReport(paths: readonly string[], options: CoverageOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, options);
  let code = CLEAN;
  const files: FileCoverage[] = [];
  let audience: Reader | undefined;
  for (const input of await workspace.inputs(paths, options)) {
    audience ??= await readerIn([options.locale, input.found.config.file.locale], io);
    const file = await fileCoverage(input, options, workspace, io, audience);
    if (file.isBroken) code = FAILED;
    if (options.format === 'pretty') await io.out(prettyText(file, audience.wording));
    else files.push(file);
  }
  if (options.format === 'json')
    await io.out(`${JSON.stringify({ version: 1, files: files.map(jsonValue) }, null, 2)}\n`);
  return code;
}

interface FileCoverage {
  readonly path: string;
  /** Conversations, drafts and entries. */
  readonly documents: number;
  readonly isBroken: boolean;
  readonly rules: ReadonlyMap<string, RuleCoverage>;
}

interface RuleCoverage {
  runs: number;
  other: number;
  /** How often each thing was lacking. */
  readonly lacks: Map<string, { readonly needed: Needed; documents: number }>;
}

async function fileCoverage(
  input: Input,
  options: CoverageOptions,
  workspace: Workspace,
  io: Io,
  { tell }: Reader,
): Promise<FileCoverage> {
  const { settings, path } = input;
  const plan: Plan = await workspace.plan(input.found);
  const active = activeSomewhere(plan, ruleSettings(input.found.config, options, plan));
  const rules = new Map<string, RuleCoverage>(
    active.map(({ rule }) => [rule.id, { runs: 0, other: 0, lacks: new Map() }]),
  );
  const circumstances = {
    path,
    channel: settings.channel,
    language: settings.language,
    facts: settings.facts,
    hours: settings.hours,
    names: { agents: settings.agents, companies: settings.companies, masks: settings.masks },
  };
  let documents = 0;
  let isBroken = false;
  let reader: SourceReader | undefined;
  const add = (document: Document) => {
    for (const coverages of coverageIn(document, circumstances, plan, active)) {
      documents++;
      for (const [id, coverage] of coverages) count(rules.get(id) as RuleCoverage, coverage);
    }
  };
  for await (const read of input.sources()) {
    if (isProblem(read)) {
      io.err(`replylint: ${path}: ${tell(read.unreadable)}.\n`);
      isBroken = true;
      continue;
    }
    reader ??= await readerFor(read, settings);
    const result = await reader(read);
    if (result.problems.length > 0) isBroken = true;
    for (const { id } of result.problems) io.err(`replylint: ${path}:${read.base.line}: ${id}.\n`);
    result.documents.forEach(add);
  }
  return { path, documents, isBroken, rules };
}

function count(rule: RuleCoverage, coverage: Coverage): void {
  if (coverage.kind === 'runs') rule.runs++;
  else if (coverage.kind === 'other') rule.other++;
  else {
    for (const needed of coverage.needs) {
      const key = String(needed);
      const known = rule.lacks.get(key);
      if (known === undefined) rule.lacks.set(key, { needed, documents: 1 });
      else known.documents++;
    }
  }
}

function jsonValue({ path, documents, rules }: FileCoverage) {
  return {
    path,
    documents,
    rules: [...rules].map(([id, { runs, other, lacks }]) => ({
      id,
      runs,
      other,
      lacks: [...lacks.values()].map(({ needed, documents: times }) => ({ oneOf: [needed].flat(), documents: times })),
    })),
  };
}

function prettyText({ path, documents, rules }: FileCoverage, wording: Wording): string {
  const { coverage } = wording;
  const all = [...rules];
  const running = all.filter(([, { runs }]) => runs > 0).length;
  const others = all.filter(([, { other }]) => documents > 0 && other === documents).length;
  const lacking = all.filter(([, { lacks }]) => lacks.size > 0);
  const lines = [`${path}: ${coverage.runs(running, documents)}`];
  if (others > 0) lines.push(`  ${coverage.other(others)}`);
  if (lacking.length > 0) lines.push(`  ${coverage.lacking}`);
  const width = Math.max(0, ...lacking.map(([id]) => id.length));
  for (const [id, { lacks }] of lacking) {
    const parts = [...lacks.values()].map(({ needed, documents: times }) =>
      coverage.lacks(needsText([needed], wording) ?? '', times, documents),
    );
    lines.push(`    ${id.padEnd(width)}  ${parts.join(', ')}`);
  }
  return `${lines.map(visible).join('\n')}\n`;
}
