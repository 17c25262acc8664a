import type { Conversation } from '../core/conversation.ts';
import type { Finding, Severity } from '../core/finding.ts';
import { SEVERITIES } from '../core/finding.ts';
import type { InputProblem } from '../core/input.ts';
import { SetupError } from '../core/setup-error.ts';
import type { Lines, Source } from '../core/source.ts';
import { linesOf } from '../core/source.ts';
import { sentenceFor } from '../engine/sentence.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import { isProblem } from '../node/sources.ts';
import { REPORTERS } from '../reporters/registry.ts';
import type { ReportContext, SourceReport } from '../reporters/reporter.ts';
import type { PlannedRule } from '../rules/plan.ts';
import { readerSeverity } from '../rules/rule-settings.ts';
import type { Io } from './io.ts';
import { wordingFor } from './locale.ts';
import { CLEAN, FAILED, FINDINGS } from './main.ts';
import { paintFor } from './paint.ts';
import type { CommonOptions, ReadingOptions, RuleOptions } from './settings.ts';
import type { Setup } from './setup.ts';
import { circumstancesOf, setupsFor } from './setup.ts';
import type { Input, SourceReader, Workspace } from './workspace.ts';
import { openWorkspace, readerFor } from './workspace.ts';

export interface LintOptions extends CommonOptions, ReadingOptions, RuleOptions {
  readonly context?: string | undefined;
  readonly format: string;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number | undefined;
  readonly quiet?: boolean | undefined;
}

/** Lints and reports. @param done is told the exit code as it stands whenever it changes, so that a closed pipe keeps it */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  done: (code: number) => void,
): Promise<void> {
  const workspace = openWorkspace(io, options);
  const inputs = await workspace.inputs(paths, options);
  const run = new Run(workspace, inputs, options, io, done);
  const reporter = REPORTERS.find(({ name }) => name === options.format);
  if (reporter === undefined) throw new SetupError(`there is no format “${options.format}”.`);
  let pending = '';
  for await (const words of reporter.report(run.reports(), await run.context())) {
    pending += words;
    if (pending.length < BLOCK) continue;
    await io.out(pending);
    pending = '';
  }
  await io.out(pending);
}

/** Findings are written in blocks: a call of the system for each would cost more than the finding. */
const BLOCK = 1 << 16;

/** The conversation that a draft answers. */
interface AnsweredConversation {
  readonly conversation: Conversation;
  readonly source: Source;
}

class Run {
  readonly #workspace: Workspace;
  readonly #inputs: readonly Input[];
  readonly #options: LintOptions;
  readonly #io: Io;
  readonly #done: (code: number) => void;
  readonly #setupFor: (found: Input['found']) => Promise<Setup>;
  /** Two configurations may have different rules of one name. */
  readonly #ruleOf = new WeakMap<Finding, PlannedRule>();
  #code = CLEAN;
  #warnings = 0;
  #skipped = 0;

  constructor(
    workspace: Workspace,
    inputs: readonly Input[],
    options: LintOptions,
    io: Io,
    done: (code: number) => void,
  ) {
    this.#workspace = workspace;
    this.#inputs = inputs;
    this.#options = options;
    this.#setupFor = setupsFor(workspace, options);
    this.#io = io;
    this.#done = done;
  }

  async context(): Promise<ReportContext> {
    const { config } = this.#inputs[0]?.found ?? (await this.#workspace.config());
    const wording = wordingFor([this.#options.locale, config.file.locale], this.#io.env);
    return {
      wording,
      paint: await paintFor(this.#options.color, this.#io),
      width: this.#io.columns ?? PIPE_WIDTH,
      sentence: (finding) =>
        sentenceFor(finding, this.#ruleOf.get(finding) as PlannedRule, wording.locale, wording.duration),
      skippedFiles: () => this.#skipped,
    };
  }

  async *reports(): AsyncGenerator<SourceReport> {
    const context = this.#options.context === undefined ? undefined : await this.#contextOf(this.#options.context);
    for (const input of this.#inputs) {
      const setup = await this.#setupFor(input.found);
      let isSkipped = false;
      let reader: SourceReader | undefined;
      for await (const read of input.sources()) {
        const source = isProblem(read) ? read.source : read;
        let findings: readonly Finding[] | 'skipped';
        if (isProblem(read)) {
          const problem = {
            id: 'input/unreadable',
            span: startOf(source),
            data: { problem: read.unreadable },
          } as const;
          findings = this.#inputFindings([problem], source, setup);
        } else {
          reader ??= await readerFor(read, input.settings);
          findings = this.#lintDocument(await reader(read), read, input, setup, context);
        }
        if (findings === 'skipped') {
          isSkipped = true;
          continue;
        }
        for (const finding of findings) this.#ruleOf.set(finding, setup.rules.get(finding.rule) as PlannedRule);
        this.#count(findings);
        const shown = this.#options.quiet === true ? findings.filter(({ severity }) => severity === 'error') : findings;
        yield { source, findings: shown, lines: linesFor(source, context) };
      }
      if (isSkipped) this.#skipped++;
    }
  }

  #lintDocument(
    { documents, problems, format }: ReadDocument,
    source: Source,
    input: Input,
    setup: Setup,
    context: AnsweredConversation | undefined,
  ): readonly Finding[] | 'skipped' {
    const { settings } = input;
    // A folder may hold other files of the same kind; one that was named must be readable.
    if (format === undefined && !input.isNamed && problems.every(({ id }) => id === 'input/unknown-shape'))
      return 'skipped';
    const findings = [...this.#inputFindings(problems, source, setup)];
    const circumstances = {
      ...circumstancesOf(source.path, settings),
      context: context === undefined ? undefined : { conversation: context.conversation, path: context.source.path },
    };
    for (const document of documents) findings.push(...setup.linter.check(document, circumstances));
    return findings;
  }

  #inputFindings(problems: readonly InputProblem[], source: Source, setup: Setup): readonly Finding[] {
    return problems.flatMap(({ id, span, data }) => {
      const severity = readerSeverity(setup.plan, id, setup.settings);
      if (severity === undefined) return [];
      return [{ rule: id, severity, path: source.path, spans: [span], exact: true, words: '', data, related: [] }];
    });
  }

  async #contextOf(path: string): Promise<AnsweredConversation> {
    const [input] = await this.#workspace.inputs([path], this.#options);
    for await (const read of input?.sources() ?? []) {
      if (isProblem(read)) throw new SetupError(`--context ${path}: ${read.unreadable}.`);
      const reader = await readerFor(read, { ...(input as Input).settings, kind: 'conversation' });
      const { documents, problems } = await reader(read);
      const [document] = documents;
      if (document?.kind === 'conversation') return { conversation: document.conversation, source: read };
      const names = problems[0]?.data['names'];
      throw new SetupError(
        `--context ${path}: the file holds no conversation${names ? ` whose agent is known (${names}); name the agent with --agent` : ''}.`,
      );
    }
    throw new SetupError(`--context ${path}: the file is empty.`);
  }

  #count(findings: readonly Finding[]): void {
    for (const { rule, severity } of findings) {
      if (severity === 'warning') this.#warnings++;
      if (rule.startsWith('input/')) this.#raise(FAILED);
      else if (this.#fails(severity)) this.#raise(FINDINGS);
    }
    if (this.#options.maxWarnings !== undefined && this.#warnings > this.#options.maxWarnings) this.#raise(FINDINGS);
  }

  #fails(severity: Severity): boolean {
    const { failOn } = this.#options;
    return failOn !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn);
  }

  #raise(code: number): void {
    if (code <= this.#code) return;
    this.#code = code;
    this.#done(code);
  }
}

/** Columns of lines where the output is no terminal. */
const PIPE_WIDTH = 120;

function startOf({ base }: Source): { start: number; end: number } {
  return { start: base.offset, end: base.offset };
}

/** The lines of the source, or of the conversation that a draft answers, each worked out once. */
function linesFor(source: Source, context: AnsweredConversation | undefined): (path?: string) => Lines {
  const made = new Map<Source, Lines>();
  return (path) => {
    const wanted =
      path !== undefined && path !== source.path && context !== undefined && path === context.source.path
        ? context.source
        : source;
    let lines = made.get(wanted);
    if (lines === undefined) {
      lines = linesOf(wanted);
      made.set(wanted, lines);
    }
    return lines;
  };
}
