import type { Conversation } from '../core/conversation.ts';
import type { InputProblem } from '../core/input.ts';
import { SetupError } from '../core/setup-error.ts';
import type { Lines, Source } from '../core/source.ts';
import { linesOf } from '../core/source.ts';
import type { RunRule } from '../evaluation/evaluation.ts';
import { Evaluation } from '../evaluation/evaluation.ts';
import { jsonText } from '../evaluation/json.ts';
import { prettyText } from '../evaluation/pretty.ts';
import { isAboutReply } from '../evaluation/replies.ts';
import type { EvaluationReport } from '../evaluation/report.ts';
import { mistakeText } from '../evaluation/report.ts';
import type { Threshold } from '../evaluation/threshold.ts';
import { shortfallsIn } from '../evaluation/threshold.ts';
import { inferLanguage } from '../matching/infer-language.ts';
import { isProblem } from '../node/sources.ts';
import { suggestion } from '../rules/nearest.ts';
import { activeSomewhere, readerSeverity } from '../rules/rule-settings.ts';
import type { Io } from './io.ts';
import { readLabelFiles } from './labels.ts';
import { CLEAN, FAILED, FINDINGS } from './main.ts';
import { paintFor } from './paint.ts';
import type { Reader } from './reader.ts';
import { readerIn } from './reader.ts';
import type { CommonOptions, ReadingOptions, RuleOptions } from './settings.ts';
import type { Setup } from './setup.ts';
import { circumstancesOf, setupsFor } from './setup.ts';
import type { Input, SourceReader } from './workspace.ts';
import { openWorkspace, readerFor } from './workspace.ts';

export interface EvalOptions extends CommonOptions, ReadingOptions, RuleOptions {
  readonly labels: readonly string[];
  readonly judged: readonly string[];
  readonly examples: number;
  readonly minPrecision: readonly Threshold[];
  readonly minRecall: readonly Threshold[];
  readonly format: 'pretty' | 'json';
}

/** Compares what the rules find with what people have labelled, and reports how well both agree. */
export async function evaluate(paths: readonly string[], options: EvalOptions, io: Io): Promise<number> {
  const { labels, judged, errors } = await readLabelFiles(options.labels, io.cwd);
  const named = new Set(labels.map(({ rule }) => rule));
  const workspace = openWorkspace(io, options);
  const inputs = await workspace.inputs(paths, options);
  // What labels name may be left out although no such rule exists yet; any other unknown name is a mistake.
  const except = options.except.filter((pattern) => ![...named].some((rule) => fits(rule, pattern)));
  const setupFor = setupsFor(workspace, { ...options, except });
  const setups = new Map<Input, Setup>();
  for (const input of inputs) setups.set(input, await setupFor(input.found));
  const known = new Set([...setups.values()].flatMap(({ plan }) => plan.rules.map(({ id }) => id)));
  const thresholds = [...options.minPrecision, ...options.minRecall];
  for (const { figure, rule } of thresholds) if (rule !== undefined) checkKnown(rule, known, `--min-${figure} ${rule}`);
  for (const pattern of options.judged) checkKnown(pattern, known, `--judged ${pattern}`);
  const judgedRules = [...options.judged, ...judged.map(({ pattern }) => pattern)];

  const evaluation = new Evaluation({
    labels,
    isJudged: (rule) => named.has(rule) || judgedRules.some((pattern) => fits(rule, pattern)),
    isWanted: (rule) =>
      (options.only.length === 0 || options.only.some((pattern) => fits(rule, pattern))) &&
      !options.except.some((pattern) => fits(rule, pattern)),
  });
  const { config } = inputs[0]?.found ?? (await workspace.config());
  const reader = await readerIn([options.locale, config.file.locale], io);
  const { wording } = reader;
  const problems: SetupError[] = [...errors];
  for (const { pattern, place } of judged)
    if (!isKnown(pattern, known)) problems.push(new SetupError(wording.evaluation.unknownRule(pattern, 0), { place }));
  let otherDocuments = 0;
  for (const [input, setup] of setups) {
    const read = await addFile(input, setup, evaluation, reader);
    otherDocuments += read.otherDocuments;
    problems.push(...read.problems);
  }

  const result = evaluation.result(known);
  const report: EvaluationReport = {
    result,
    shortfalls: shortfallsIn(result, thresholds),
    otherDocuments,
    examples: options.examples,
  };
  await io.out(
    options.format === 'json'
      ? jsonText(report)
      : prettyText(report, {
          wording: wording.evaluation,
          paint: await paintFor(options.color, io),
          width: io.columns ?? PIPE_WIDTH,
        }),
  );
  for (const mistake of result.mistakes)
    problems.push(new SetupError(mistakeText(mistake, wording.evaluation), { place: mistake.place }));
  for (const problem of problems) io.err(`replylint: ${problem.lineIn(reader.tell)}\n`);
  // Labels of more files than were asked about are told, and wrong in nothing.
  const isWrong = result.mistakes.some(({ kind }) => kind !== 'unknown-conversation');
  if (isWrong || problems.length > result.mistakes.length) return FAILED;
  return report.shortfalls.length > 0 ? FINDINGS : CLEAN;
}

/** Columns of lines where the output is no terminal. */
const PIPE_WIDTH = 120;

/** Whether a rule is meant by its id, or by its category as in `greeting/*`. */
function fits(rule: string, pattern: string): boolean {
  return pattern.endsWith('/*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern;
}

function isKnown(pattern: string, known: ReadonlySet<string>): boolean {
  return [...known].some((rule) => fits(rule, pattern));
}

/** @throws SetupError where a name means no rule */
function checkKnown(pattern: string, known: ReadonlySet<string>, where: string): void {
  if (isKnown(pattern, known)) return;
  throw new SetupError(`${where}: there is no such rule.`, {
    mend: suggestion(pattern, [...known]) || 'See `replylint rules`.',
  });
}

/** Lints the conversations of a file and adds them. */
async function addFile(
  input: Input,
  setup: Setup,
  evaluation: Evaluation,
  audience: Reader,
): Promise<{ readonly otherDocuments: number; readonly problems: readonly SetupError[] }> {
  const rules = rulesOf(setup);
  const problems: SetupError[] = [];
  let otherDocuments = 0;
  let reader: SourceReader | undefined;
  for await (const source of input.sources()) {
    if (isProblem(source)) {
      const problem = { id: 'input/unreadable', span: startOf(source.source), data: { problem: source.unreadable } };
      problems.push(...problemsIn([problem as InputProblem], source.source, setup, audience));
      continue;
    }
    reader ??= await readerFor(source, input.settings);
    const read = await reader(source);
    // A folder may hold other files of the same kind; one that was named must be readable.
    if (read.format === undefined && !input.isNamed && read.problems.every(({ id }) => id === 'input/unknown-shape'))
      continue;
    problems.push(...problemsIn(read.problems, source, setup, audience));
    const lines = remembered(() => linesOf(source));
    for (const document of read.documents) {
      if (document.kind !== 'conversation') {
        otherDocuments++;
        continue;
      }
      const { conversation } = document;
      evaluation.add({
        conversation,
        findings: setup.linter.check(document, circumstancesOf(source.path, input.settings)),
        path: source.path,
        line: source.base.line,
        lines,
        channel: conversation.channel ?? input.settings.channel,
        language: languageOf(conversation) ?? input.settings.language,
        rules,
      });
    }
  }
  return { otherDocuments, problems };
}

function rulesOf({ plan, settings }: Setup): ReadonlyMap<string, RunRule> {
  return new Map(
    activeSomewhere(plan, settings).map(({ rule, severity }) => [
      rule.id,
      { severity, isAboutReply: isAboutReply(rule) },
    ]),
  );
}

/** As the source declares it, else as the agent writes. */
function languageOf({ language, messages }: Conversation): string | undefined {
  if (language !== undefined) return language;
  const words = messages.filter(({ role }) => role === 'agent').map(({ text }) => text.words);
  const inferred = inferLanguage(words.join('\n'));
  return inferred === 'cyrillic' ? undefined : inferred;
}

/** Why a source could not be read, as sentences with their places. */
function problemsIn(
  problems: readonly InputProblem[],
  source: Source,
  { plan, rules, settings }: Setup,
  audience: Reader,
): readonly SetupError[] {
  return problems.flatMap(({ id, span, data }) => {
    const rule = rules.get(id);
    const severity = readerSeverity(plan, id, settings);
    if (rule === undefined || severity === undefined) return [];
    const finding = { rule: id, severity, path: source.path, spans: [span], exact: true, words: '', data, related: [] };
    const { message } = audience.sentence(finding, rule);
    return [new SetupError(message, { place: { path: source.path, ...linesOf(source).position(span.start) } })];
  });
}

function startOf({ base }: Source): { start: number; end: number } {
  return { start: base.offset, end: base.offset };
}

function remembered(make: () => Lines): () => Lines {
  let made: Lines | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
