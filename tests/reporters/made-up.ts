import type { Finding } from '../../src/core/finding.ts';
import type { Source } from '../../src/core/source.ts';
import { linesOf, wholeFile } from '../../src/core/source.ts';
import { en } from '../../src/locales/en.ts';
import type { Report, ReportContext, SourceReport } from '../../src/reporters/reporter.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';

/** A finding at the first place where its words stand in the source. */
export function findingAt(source: Source, words: string, more: Partial<Finding> = {}): Finding {
  const start = source.text.indexOf(words) + source.base.offset;
  return {
    rule: 'wording/made-up',
    severity: 'warning',
    path: source.path,
    spans: [{ start, end: start + words.length }],
    exact: true,
    words,
    data: { words },
    related: [],
    fingerprint: '0123456789abcdef0123456789abcdef',
    ...more,
  };
}

/** One file with its findings. */
export function reportOn(
  path: string,
  text: string,
  made: (source: Source) => { findings?: readonly Finding[]; suppressed?: readonly Finding[] },
): SourceReport {
  const source = wholeFile(path, text);
  return { source, findings: [], suppressed: [], ...made(source), lines: () => linesOf(source) };
}

export function contextWith(more: Partial<ReportContext> = {}): ReportContext {
  return {
    wording: en,
    paint: PLAIN,
    width: 100,
    sentence: ({ words, instead }) => ({ message: `“${words}” is made up.`, instead }),
    describe: async ({ severity }) => ({
      summary: '“…” is made up.',
      why: 'For the test.',
      instead: 'Else.',
      severity,
    }),
    fails: (severity) => severity !== 'info',
    version: '1.2.3',
    skippedFiles: () => 0,
    notes: () => [],
    ...more,
  };
}

export async function textOf(
  report: Report,
  reports: readonly SourceReport[],
  context = contextWith(),
): Promise<string> {
  async function* run() {
    yield* reports;
  }
  let text = '';
  for await (const words of report(run(), context)) text += words;
  return text;
}
