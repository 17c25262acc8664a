import { resolve } from 'node:path';
import type { Conversation } from '../core/conversation.ts';
import type { Finding, Severity } from '../core/finding.ts';
import { compareFindings, SEVERITIES, startOf as startOfFinding } from '../core/finding.ts';
import type { InputProblem } from '../core/input.ts';
import { SetupError } from '../core/setup-error.ts';
import type { Lines, Source } from '../core/source.ts';
import { linesAcross, linesOf } from '../core/source.ts';
import type { Circumstances } from '../engine/linter.ts';
import { coveredLines } from '../engine/secrets.ts';
import { sentenceFor } from '../engine/sentence.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import type { CannedReplies, CannedReply } from '../matching/canned-replies.ts';
import { cannedReplies } from '../matching/canned-replies.ts';
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
  /** Files with canned replies that what was sent is compared with. */
  readonly library: readonly string[];
  /** The day of the run, as in 2026-05-03. */
  readonly today?: string | undefined;
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

/** A record of a library that is read to its end before its rules run. */
interface HeldSource {
  readonly source: Source;
  readonly result: ReadDocument;
}

type LinesFor = (findings: readonly Finding[]) => SourceReport['lines'];

class Run {
  readonly #workspace: Workspace;
  readonly #inputs: readonly Input[];
  readonly #options: LintOptions;
  readonly #io: Io;
  readonly #done: (code: number) => void;
  readonly #setupFor: (found: Input['found']) => Promise<Setup>;
  readonly #canned = new Map<Input['found']['config'], Promise<CannedReplies | undefined>>();
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
      const library: HeldSource[] = [];
      const circumstances = await this.#circumstances(input, context);
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
          const result = await reader(read);
          if (isLibrary(result)) {
            library.push({ source: read, result });
            continue;
          }
          findings = this.#lintDocument(result, read, input, setup, circumstances);
        }
        if (findings === 'skipped') {
          isSkipped = true;
          continue;
        }
        yield this.#report(source, findings, setup, linesFor([source], context));
      }
      yield* this.#libraryReports(library, setup, circumstances);
      if (isSkipped) this.#skipped++;
    }
  }

  #report(source: Source, findings: readonly Finding[], setup: Setup, lines: LinesFor): SourceReport {
    for (const finding of findings) this.#ruleOf.set(finding, setup.rules.get(finding.rule) as PlannedRule);
    this.#count(findings);
    const shown = this.#options.quiet === true ? findings.filter(({ severity }) => severity === 'error') : findings;
    return { source, findings: shown, suppressed: [], lines: lines(shown) };
  }

  /** The entries of all records of a file are one library: rules compare them with each other. */
  *#libraryReports(held: readonly HeldSource[], setup: Setup, circumstances: Circumstances): Generator<SourceReport> {
    if (held.length === 0) return;
    const entries = held.flatMap(({ result }) =>
      result.documents.flatMap((document) => (document.kind === 'library' ? document.entries : [])),
    );
    const path = held[0]?.source.path as string;
    const found = setup.linter.check({ kind: 'library', entries, guesses: [] }, { ...circumstances, path });
    const lines = linesFor(
      held.map(({ source }) => source),
      undefined,
    );
    let next = 0;
    for (const [index, { source, result }] of held.entries()) {
      const end = held[index + 1]?.source.base.offset ?? Number.POSITIVE_INFINITY;
      const findings = [...this.#inputFindings(result.problems, source, setup)];
      while (next < found.length && startOfFinding(found[next] as Finding) < end)
        findings.push(found[next++] as Finding);
      yield this.#report(source, findings, setup, lines);
    }
  }

  async #circumstances(
    { path, settings, found }: Input,
    context: AnsweredConversation | undefined,
  ): Promise<Circumstances> {
    return {
      ...circumstancesOf(path, settings),
      today: this.#options.today ?? today(),
      canned: await this.#cannedFor(found),
      context: context === undefined ? undefined : { conversation: context.conversation, path: context.source.path },
    };
  }

  #lintDocument(
    { documents, problems, format }: ReadDocument,
    source: Source,
    input: Input,
    setup: Setup,
    circumstances: Circumstances,
  ): readonly Finding[] | 'skipped' {
    // A folder may hold other files of the same kind; one that was named must be readable.
    if (format === undefined && !input.isNamed && problems.every(({ id }) => id === 'input/unknown-shape'))
      return 'skipped';
    const findings = [...this.#inputFindings(problems, source, setup)];
    for (const document of documents)
      findings.push(...setup.linter.check(document, { ...circumstances, path: source.path }));
    // Conversations of one source may stand between each other, as threads of mails do.
    if (documents.length > 1) findings.sort(compareFindings);
    return findings;
  }

  #inputFindings(problems: readonly InputProblem[], source: Source, setup: Setup): readonly Finding[] {
    return problems.flatMap(({ id, span, data }) => {
      const severity = readerSeverity(setup.plan, id, setup.settings);
      if (severity === undefined) return [];
      return [{ rule: id, severity, path: source.path, spans: [span], exact: true, words: '', data, related: [] }];
    });
  }

  /** The canned replies that the configuration and `--library` name, or undefined where they name none. */
  #cannedFor(found: Input['found']): Promise<CannedReplies | undefined> {
    let canned = this.#canned.get(found.config);
    if (canned === undefined) {
      canned = this.#readCanned(found);
      this.#canned.set(found.config, canned);
    }
    return canned;
  }

  async #readCanned({ config, folder }: Input['found']): Promise<CannedReplies | undefined> {
    const paths = [...(config.file.libraries ?? []).map((one) => resolve(folder, one)), ...this.#options.library];
    if (paths.length === 0) return undefined;
    const entries: CannedReply[] = [];
    for (const input of await this.#workspace.inputs(paths, this.#options)) {
      let reader: SourceReader | undefined;
      for await (const read of input.sources()) {
        if (isProblem(read)) throw new SetupError(`the library ${input.path}: ${read.unreadable}.`);
        reader ??= await readerFor(read, { ...input.settings, kind: 'library' });
        for (const document of (await reader(read)).documents) {
          if (document.kind !== 'library') continue;
          for (const { title, id, body } of document.entries)
            entries.push({ name: title?.words ?? id ?? input.path, words: body.words });
        }
      }
    }
    if (entries.length === 0) throw new SetupError(`there is no canned reply in ${paths.join(', ')}.`);
    return cannedReplies(entries);
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

/** The lines of the sources of a file, or of the conversation that a draft answers, without secrets. */
function linesFor(sources: readonly Source[], context: AnsweredConversation | undefined): LinesFor {
  const own = linesAcross(sources);
  const path = sources[0]?.path;
  return (findings) => {
    const made = new Map<string | undefined, Lines>();
    return (wanted = path) => {
      const isContext = wanted !== path && wanted === context?.source.path;
      const name = isContext ? wanted : path;
      let lines = made.get(name);
      if (lines === undefined) {
        const places = [...new Set(findings.map((finding) => finding.hidden ?? []))].flat();
        lines = coveredLines(
          isContext ? linesOf((context as AnsweredConversation).source) : own,
          places.filter((place) => place.path === name).map(({ span }) => span),
        );
        made.set(name, lines);
      }
      return lines;
    };
  };
}

function isLibrary({ documents }: ReadDocument): boolean {
  return documents.length > 0 && documents.every(({ kind }) => kind === 'library');
}

/** The day on this machine, as in 2026-05-03. */
function today(): string {
  const now = new Date();
  const figures = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${figures(now.getMonth() + 1)}-${figures(now.getDate())}`;
}
