import { resolve } from 'node:path';
import { SetupError } from '../core/setup-error.ts';
import type { ReportFile } from '../node/report-file.ts';
import { REPORTERS } from '../reporters/registry.ts';
import type { Report, ReportContext, Reporter, SourceReport } from '../reporters/reporter.ts';
import { PLAIN } from '../reporters/reporter.ts';
import { inStep } from './in-step.ts';
import { ClosedPipe, type Io } from './io.ts';

/** Writes all reports that are wanted from one run. @param wanted `NAME` or `NAME:FILE`; none is `pretty` */
export async function writeReports(
  wanted: readonly string[],
  run: AsyncIterable<SourceReport>,
  context: ReportContext,
  io: Io,
): Promise<void> {
  const outputs = outputsFor(wanted.length === 0 ? ['pretty'] : wanted, io);
  const opened = await openAll(outputs, io);
  const feeds = inStep(run, opened.length);
  const ends = await Promise.allSettled(
    opened.map(async ({ output, sink }, index) => {
      const words = output.report(feeds[index] as AsyncIterable<SourceReport>, contextFor(output, context));
      await written(words, sink);
    }),
  );
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as unknown] : []));
  // A reader who has gone is no reason to keep quiet about what went wrong.
  const worst = failures.find((failure) => !(failure instanceof ClosedPipe)) ?? failures[0];
  if (worst !== undefined) throw worst;
}

/** Whether a report shows how findings can be mended. */
export function showsFixes(wanted: readonly string[]): boolean {
  return wanted.some((one) => readFormat(one).reporter.showsFixes === true);
}

interface Output {
  readonly report: Report;
  /** As the user gave it; undefined for standard output. */
  readonly file: string | undefined;
  readonly isShared: boolean;
}

function outputsFor(wanted: readonly string[], { env }: Io): readonly Output[] {
  const outputs: Output[] = [];
  for (const one of wanted) {
    const { reporter, file } = readFormat(one);
    if (outputs.some((other) => other.file === file))
      throw new SetupError(
        file === undefined
          ? 'only one report can go to standard output.'
          : `--format ${one}: another report goes to ${file}.`,
        { mend: 'Name a file for each, as in --format sarif:out/replylint.sarif.' },
      );
    outputs.push({ report: reporter.report, file, isShared: false });
    const { beside } = reporter;
    const path = beside === undefined ? undefined : env[beside.variable];
    if (beside !== undefined && path !== undefined && path !== '' && !outputs.some(({ file: other }) => other === path))
      outputs.push({ report: beside.report, file: path, isShared: true });
  }
  return outputs;
}

function readFormat(written: string): { readonly reporter: Reporter; readonly file: string | undefined } {
  const colon = written.indexOf(':');
  const name = colon < 0 ? written : written.slice(0, colon);
  const file = colon < 0 ? undefined : written.slice(colon + 1);
  const reporter = REPORTERS.find((one) => one.name === name);
  if (reporter === undefined) throw new SetupError(`there is no format “${name}”.`);
  if (file === '') throw new SetupError(`--format ${written}: name the file after the colon.`);
  return { reporter, file };
}

interface OpenOutput {
  readonly output: Output;
  readonly sink: ReportFile;
}

async function openAll(outputs: readonly Output[], io: Io): Promise<readonly OpenOutput[]> {
  const opened: OpenOutput[] = [];
  try {
    for (const output of outputs) opened.push({ output, sink: await sinkFor(output, io) });
  } catch (error) {
    for (const { sink } of opened) await sink.discard();
    throw error;
  }
  return opened;
}

async function sinkFor({ file, isShared }: Output, io: Io): Promise<ReportFile> {
  if (file === undefined) return { write: (words) => io.out(words), finish: nothing, discard: nothing };
  const { openReportFile, openSharedFile } = await import('../node/report-file.ts');
  return (isShared ? openSharedFile : openReportFile)(resolve(io.cwd, file), file);
}

async function nothing(): Promise<void> {}

async function written(report: AsyncIterable<string>, sink: ReportFile): Promise<void> {
  try {
    let pending = '';
    for await (const words of report) {
      pending += words;
      if (pending.length < BLOCK) continue;
      await sink.write(pending);
      pending = '';
    }
    await sink.write(pending);
  } catch (error) {
    await sink.discard();
    throw error;
  }
  await sink.finish();
}

/** Findings are written in blocks: a call of the system for each would cost more than the finding. */
const BLOCK = 1 << 16;

/** A file is no terminal. */
function contextFor({ file }: Output, context: ReportContext): ReportContext {
  return file === undefined ? context : { ...context, paint: PLAIN, width: FILE_WIDTH, wraps: false };
}

/** Columns of lines where the output is no terminal. */
export const FILE_WIDTH = 120;
