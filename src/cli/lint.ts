import { resolve } from 'node:path';
import type { Conversation } from '../core/conversation.ts';
import type { Document, LibraryDocument } from '../core/document.ts';
import type { Finding, Severity } from '../core/finding.ts';
import { compareFindings, SEVERITIES, startOf as startOfFinding } from '../core/finding.ts';
import type { InputProblem } from '../core/input.ts';
import { SetupError } from '../core/setup-error.ts';
import type { Lines, Source } from '../core/source.ts';
import { linesAcross, linesOf, wholeFile } from '../core/source.ts';
import type { Silenced } from '../engine/directives.ts';
import type { Fingerprints, Numbering } from '../engine/fingerprint.ts';
import type { Circumstances } from '../engine/linter.ts';
import type { Redaction } from '../engine/redaction.ts';
import { redactionOf } from '../engine/redaction.ts';
import { coveredLines } from '../engine/secrets.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import type { CannedReplies, CannedReply } from '../matching/canned-replies.ts';
import { cannedReplies } from '../matching/canned-replies.ts';
import type { CleanFile } from '../node/clean-files.ts';
import { isProblem } from '../node/sources.ts';
import type { ReportContext, SourceReport } from '../reporters/reporter.ts';
import type { PlannedRule } from '../rules/plan.ts';
import { readerSeverity } from '../rules/rule-settings.ts';
import { VERSION } from '../version.ts';
import type { ChoiceOptions } from './chosen-inputs.ts';
import { chosenInputs } from './chosen-inputs.ts';
import { describeRule } from './describe-rule.ts';
import type { FixRun } from './fix.ts';
import type { Io } from './io.ts';
import { fingerprintsFor } from './key.ts';
import { CLEAN, FAILED, FINDINGS } from './main.ts';
import { diffPaintFor, paintFor } from './paint.ts';
import type { Progress } from './progress.ts';
import { progressFor, wantsProgress } from './progress.ts';
import { readerIn } from './reader.ts';
import { redactedReport } from './redacted-report.ts';
import type { ReportOptions } from './report-options.ts';
import { FILE_WIDTH, showsFixes, writeReports } from './reports.ts';
import type { CompanionOptions, FileVisit, RunCompanions } from './run-companions.ts';
import { companionsOf, NO_COMPANIONS } from './run-companions.ts';
import type { CommonOptions, ReadingOptions, RuleOptions } from './settings.ts';
import type { Setup } from './setup.ts';
import { circumstancesOf, setupsFor } from './setup.ts';
import type { FileSilence, SilenceOptions } from './silence.ts';
import { Silence } from './silence.ts';
import { silenceNotes } from './silence-notes.ts';
import { WantedFindings } from './wanted-findings.ts';
import type { Input, SourceReader, Workspace } from './workspace.ts';
import { openWorkspace, readerFor } from './workspace.ts';

export interface LintOptions
  extends CommonOptions,
    ReadingOptions,
    RuleOptions,
    ChoiceOptions,
    CompanionOptions,
    SilenceOptions,
    ReportOptions {
  readonly context?: string | undefined;
  /** Files with canned replies that what was sent is compared with. */
  readonly library: readonly string[];
  /** The day of the run, as in 2026-05-03. */
  readonly today?: string | undefined;
  /** `NAME` or `NAME:FILE`; none is `pretty`. */
  readonly format: readonly string[];
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number | undefined;
  readonly quiet?: boolean | undefined;
  readonly fix?: 'safe' | 'unsafe' | undefined;
  readonly diff?: boolean | undefined;
}

/** Lints and reports. @param done is told the exit code as it stands whenever it changes, so that a closed pipe keeps it */
export async function lint(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  done: (code: number) => void,
): Promise<void> {
  if (options.redact === true && options.diff === true)
    throw new SetupError('--diff shows whole lines, in which nothing is masked.', {
      mend: 'Leave out --redact or --diff.',
    });
  if (options.sample !== undefined && (options.fix !== undefined || options.diff === true))
    throw new SetupError('--sample draws what is reported, and fixes are made in whole files.', {
      mend: 'Leave out --sample, or --fix and --diff.',
    });
  const workspace = openWorkspace(io, options);
  const inputs = await chosenInputs(await workspace.inputs(paths, options), options, io);
  if (options.fix === undefined && options.diff !== true) return report(workspace, inputs, options, io, done);
  const { fixInputs } = await import('./fix.ts');
  const run = new Run(workspace, inputs, options, io, done, NO_COMPANIONS);
  const mended = await fixInputs(await run.fixing(), inputs, options, io);
  done(mended.code);
  if (options.diff !== true)
    await report(workspace, mended.inputs, options, mended.io, (code) => done(Math.max(code, mended.code)));
  mended.end();
}

/** A run whose findings are not shown but kept. */
export async function openRun(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  done: (code: number) => void,
): Promise<Pick<Run, 'reports' | 'silence' | 'context'>> {
  const workspace = openWorkspace(io, options);
  return new Run(workspace, await workspace.inputs(paths, options), options, io, done, NO_COMPANIONS);
}

async function report(
  workspace: Workspace,
  inputs: readonly Input[],
  options: LintOptions,
  io: Io,
  done: (code: number) => void,
): Promise<void> {
  const companions = await companionsOf(options, io);
  const run = new Run(workspace, inputs, options, io, done, companions);
  const context = await run.context();
  const watched = wantsProgress(options, io) ? await progressFor(inputs, context.wording, io) : undefined;
  try {
    await writeReports(options.format, run.reports(watched?.progress), context, watched?.io ?? io);
  } finally {
    watched?.progress.clear();
  }
  if (run.undated > 0) io.err(`replylint: ${context.wording.undated(run.undated)}\n`);
  companions.end(context.wording.run, io);
}

/** In a report, of a document. `--fix` makes more. */
const MOST_FIXES_SHOWN = 100;

/** The conversation that a draft answers. */
interface AnsweredConversation {
  readonly conversation: Conversation;
  readonly source: Source;
  readonly answered: { readonly document: Document; readonly path: string };
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
  readonly #fingerprints: Fingerprints;
  readonly #companions: RunCompanions;
  readonly #setupFor: (found: Input['found']) => Promise<Setup>;
  readonly #canned = new Map<Input['found']['config'], Promise<CannedReplies | undefined>>();
  /** Two configurations may have different rules of one name. */
  readonly #ruleOf = new WeakMap<Finding, PlannedRule>();
  readonly #silence: Silence;
  readonly #setupOf = new WeakMap<PlannedRule, Setup>();
  /** Of the file that is read. */
  #inputFingerprint: Numbering;
  readonly #wanted: WantedFindings;
  #visit: FileVisit | undefined;
  #code = CLEAN;
  #warnings = 0;
  #skipped = 0;

  constructor(
    workspace: Workspace,
    inputs: readonly Input[],
    options: LintOptions,
    io: Io,
    done: (code: number) => void,
    companions: RunCompanions,
  ) {
    this.#workspace = workspace;
    this.#inputs = inputs;
    this.#options = options;
    this.#wanted = new WantedFindings(options);
    this.#fingerprints = fingerprintsFor(io);
    this.#companions = companions;
    this.#silence = new Silence(io.cwd, options, this.#fingerprints);
    this.#setupFor = setupsFor(workspace, options, this.#fingerprints, companions.timer);
    this.#inputFingerprint = this.#fingerprints.numbering();
    this.#io = io;
    this.#done = done;
  }

  async context(): Promise<ReportContext> {
    const { config } = this.#inputs[0]?.found ?? (await this.#workspace.config());
    const reader = await readerIn([this.#options.locale, config.file.locale], this.#io);
    return {
      wording: reader.wording,
      paint: await paintFor(this.#options.color, this.#io),
      width: this.#io.columns ?? FILE_WIDTH,
      wraps: this.#io.columns !== undefined,
      sentence: (finding) => reader.sentence(finding, this.#ruleOf.get(finding) as PlannedRule),
      describe: async (finding) => {
        const rule = this.#ruleOf.get(finding) as PlannedRule;
        return describeRule(rule, await (this.#setupOf.get(rule) as Setup).book(), reader.text);
      },
      fails: (severity) => this.#fails(severity),
      version: VERSION,
      groupBy: this.#options.groupBy,
      skippedFiles: () => this.#skipped,
      notes: () => silenceNotes(this.#silence, reader.wording),
    };
  }

  /** What silences the findings, and what a baseline knows of them; complete when the run is at its end. */
  get silence(): Silence {
    return this.#silence;
  }

  /** For whoever mends the files. */
  async fixing(): Promise<FixRun> {
    const { wording } = await this.context();
    const context = this.#options.context === undefined ? undefined : await this.#contextOf(this.#options.context);
    return {
      wording,
      paint: await diffPaintFor(this.#options.color, this.#io),
      checkerFor: async (input, fixes) => {
        const setup = await this.#setupFor(input.found);
        const circumstances = { ...(await this.#circumstances(input, context)), fixes };
        const silence = await this.#silence.forFile(input, setup);
        return (result, source) => {
          const found = this.#lintDocument(result, source, input, setup, circumstances);
          if (found === 'skipped') return found;
          const { findings, suppressed } = silence(found, result);
          return [...this.#wanted.of(findings), ...suppressed];
        };
      },
    };
  }

  /** Findings of which no day is known, where one was asked for. */
  get undated(): number {
    return this.#wanted.undated;
  }

  async *reports(progress?: Progress): AsyncGenerator<SourceReport> {
    const context = this.#options.context === undefined ? undefined : await this.#contextOf(this.#options.context);
    for (const input of this.#inputs) {
      const setup = await this.#setupFor(input.found);
      let isSkipped = false;
      let reader: SourceReader | undefined;
      const library: HeldSource[] = [];
      const circumstances = await this.#circumstances(input, context);
      // Before a file is passed over: what would silence findings there is unused where there are none.
      const silence = await this.#silence.forFile(input, setup);
      const visit = await this.#companions.visit(input, setup, circumstances);
      this.#visit = visit;
      if (visit.known !== undefined) {
        yield* this.#cleanReports(input, visit.known);
        progress?.file(input.path);
        continue;
      }
      this.#inputFingerprint = this.#fingerprints.numbering();
      for await (const read of visit.sources(input.sources())) {
        const source = isProblem(read) ? read.source : read;
        let findings: Silenced | 'skipped';
        let documents: readonly Document[] = [];
        if (isProblem(read)) {
          const problem = {
            id: 'input/unreadable',
            span: startOf(source),
            data: { problem: read.unreadable },
          } as const;
          const unread = { documents: [], problems: [problem] };
          findings = silence(this.#inputFindings([problem], source, setup), unread);
        } else {
          reader ??= visit.reader(await readerFor(read, input.settings));
          const result = await reader(read);
          if (isLibrary(result)) {
            library.push({ source: read, result });
            continue;
          }
          const found = this.#lintDocument(result, read, input, setup, circumstances);
          findings = found === 'skipped' ? found : silence(found, result);
          documents = result.documents;
        }
        if (findings === 'skipped') {
          isSkipped = true;
          continue;
        }
        progress?.source(documents.length, findings.findings.length, Buffer.byteLength(source.text));
        yield this.#report(source, findings, setup, linesFor([source], context), () =>
          redactionOf(documents, source.path, input.settings.customers, context?.answered),
        );
      }
      yield* this.#libraryReports(library, setup, circumstances, silence);
      if (isSkipped) this.#skipped++;
      await visit.end(isSkipped);
      progress?.file(input.path);
    }
    for (const { source, setup, findings } of await this.#silence.unused())
      yield this.#report(source, { findings, suppressed: [] }, setup, linesFor([source], undefined), () =>
        redactionOf([], source.path, []),
      );
  }

  #report(
    source: Source,
    { findings, suppressed }: Silenced,
    setup: Setup,
    lines: LinesFor,
    redaction: () => Redaction,
  ): SourceReport {
    for (const finding of [...findings, ...suppressed]) {
      const rule = setup.rules.get(finding.rule) as PlannedRule;
      this.#ruleOf.set(finding, rule);
      this.#setupOf.set(rule, setup);
    }
    const wanted = this.#wanted.of(findings);
    this.#count(wanted);
    // A file with silenced findings is looked at again, to know what silences them.
    this.#visit?.source(findings.length + suppressed.length);
    const shown = this.#options.quiet === true ? wanted.filter(({ severity }) => severity === 'error') : wanted;
    const silenced = this.#wanted.ofSilenced(suppressed);
    const report = { source, findings: shown, suppressed: silenced, lines: lines([...shown, ...silenced]) };
    if (this.#options.redact !== true) return report;
    return redactedReport(report, redaction(), (made, was) =>
      this.#ruleOf.set(made, this.#ruleOf.get(was) as PlannedRule),
    );
  }

  /** A file in which nothing was found before and which has not changed since. */
  *#cleanReports({ path, settings }: Input, { sources, isSkipped }: CleanFile): Generator<SourceReport> {
    const shown = this.#options.redact === true ? redactionOf([], path, settings.customers).path(path) : path;
    const source = wholeFile(shown, '');
    const lines = linesFor([source], undefined)([]);
    for (let count = 0; count < sources; count++) yield { source, findings: [], suppressed: [], lines };
    if (isSkipped) this.#skipped++;
  }

  /** The entries of all records of a file are one library: rules compare them with each other. */
  *#libraryReports(
    held: readonly HeldSource[],
    setup: Setup,
    circumstances: Circumstances,
    silence: FileSilence,
  ): Generator<SourceReport> {
    if (held.length === 0) return;
    const entries = held.flatMap(({ result }) =>
      result.documents.flatMap((document) => (document.kind === 'library' ? document.entries : [])),
    );
    const path = held[0]?.source.path as string;
    const library: LibraryDocument = { kind: 'library', entries, guesses: [] };
    const all = this.#companions.lint(() => setup.linter.check(library, { ...circumstances, path }));
    this.#wanted.look(all, library);
    const { findings: found, suppressed } = silence(all, {
      documents: [library],
      directives: held.flatMap(({ result }) => result.directives ?? []),
      problems: held.flatMap(({ result }) => result.problems),
    });
    const lines = linesFor(
      held.map(({ source }) => source),
      undefined,
    );
    const foundBefore = inOrder(found);
    const suppressedBefore = inOrder(suppressed);
    for (const [index, { source, result }] of held.entries()) {
      const end = held[index + 1]?.source.base.offset ?? Number.POSITIVE_INFINITY;
      const findings = [...this.#inputFindings(result.problems, source, setup), ...foundBefore(end)];
      yield this.#report(source, { findings, suppressed: suppressedBefore(end) }, setup, lines, () =>
        redactionOf(result.documents, path, []),
      );
    }
  }

  async #circumstances(
    { path, settings, found }: Input,
    context: AnsweredConversation | undefined,
  ): Promise<Circumstances & { readonly today: string; readonly canned: CannedReplies | undefined }> {
    return {
      ...circumstancesOf(path, settings),
      today: this.#options.today ?? today(),
      canned: await this.#cannedFor(found),
      context: context === undefined ? undefined : { conversation: context.conversation, path: context.source.path },
      fixes: showsFixes(this.#options.format) ? { most: MOST_FIXES_SHOWN } : undefined,
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
      findings.push(
        ...this.#wanted.look(
          this.#companions.lint(() => setup.linter.check(document, { ...circumstances, path: source.path })),
          document,
        ),
      );
    // Conversations of one source may stand between each other, as threads of mails do.
    if (documents.length > 1) findings.sort(compareFindings);
    return findings;
  }

  #inputFindings(problems: readonly InputProblem[], source: Source, setup: Setup): readonly Finding[] {
    return problems.flatMap(({ id, span, data }) => {
      const severity = readerSeverity(setup.plan, id, setup.settings);
      if (severity === undefined) return [];
      const { path } = source;
      // Words of a file that nobody could read may be anything, so they are no part of it.
      const fingerprint = this.#inputFingerprint([id, path]);
      return [{ rule: id, severity, path, spans: [span], exact: true, words: '', data, related: [], fingerprint }];
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
    for (const input of await this.#workspace.inputs(paths, { ...this.#options, ignore: false })) {
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
    return this.#companions.canned(cannedReplies(entries), entries);
  }

  async #contextOf(path: string): Promise<AnsweredConversation> {
    const [input] = await this.#workspace.inputs([path], this.#options);
    for await (const read of input?.sources() ?? []) {
      if (isProblem(read)) throw new SetupError(`--context ${path}: ${read.unreadable}.`);
      const reader = await readerFor(read, { ...(input as Input).settings, kind: 'conversation' });
      const { documents, problems } = await reader(read);
      const [document] = documents;
      if (document?.kind === 'conversation')
        return { conversation: document.conversation, source: read, answered: { document, path: read.path } };
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

/** Gives findings that begin before an offset, each once. */
function inOrder(findings: readonly Finding[]): (end: number) => readonly Finding[] {
  let next = 0;
  return (end) => {
    const from = next;
    while (next < findings.length && startOfFinding(findings[next] as Finding) < end) next++;
    return findings.slice(from, next);
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
