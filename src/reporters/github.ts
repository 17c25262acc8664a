import type { Finding, Severity } from '../core/finding.ts';
import { tableHead, tableRow } from './markdown-table.ts';
import { extentOf } from './place.ts';
import type { ReportContext, Reporter, SourceReport } from './reporter.ts';
import { Tally } from './tally.ts';
import { visible } from './visible.ts';
import { WorstFirst } from './worst-first.ts';

export const github: Reporter = {
  name: 'github',
  about:
    'Annotations of GitHub Actions, worst first, and a table for the summary of the step: up to 1,000 annotations and 100 rows of each severity.',
  async *report(run, context) {
    const tally = new Tally();
    const commands = new WorstFirst(MOST_COMMANDS);
    for await (const report of run) {
      tally.add(report);
      for (const finding of report.findings) commands.add(finding.severity, () => command(finding, report, context));
    }
    yield* commands.lines();
    if (commands.left > 0) yield `::notice::${escaped(context.wording.report.more(commands.left))}\n`;
    yield `${tally.lines(context).join('\n')}\n`;
  },
  beside: {
    variable: 'GITHUB_STEP_SUMMARY',
    async *report(run, context) {
      const tally = new Tally();
      const rows = new WorstFirst(MOST_ROWS);
      for await (const report of run) {
        tally.add(report);
        for (const finding of report.findings) rows.add(finding.severity, () => tableRow(finding, report, context));
      }
      yield '### replylint\n\n';
      if (tally.counts.filesWithFindings > 0) {
        yield tableHead(context.wording);
        yield* rows.lines();
        yield '\n';
      }
      if (rows.left > 0) yield `${context.wording.report.more(rows.left)}\n\n`;
      yield `${tally.lines(context).join('\n\n')}\n\n`;
    },
  },
};

/** GitHub shows ten of each kind in a step, and the others in its log. */
const MOST_COMMANDS = 1000;

/** The summary of a step may take 1 MiB; a row takes 2 kB at most. */
const MOST_ROWS = 100;

function command(finding: Finding, { lines }: SourceReport, { sentence, wording }: ReportContext): string {
  const { start, end } = extentOf(finding, lines());
  const { message, instead } = sentence(finding);
  const isOneLine = start.line === end.line;
  const properties = [
    ['title', finding.rule],
    ['file', visible(finding.path)],
    ['line', start.line],
    ['endLine', end.line],
    // GitHub takes columns only for words within one line.
    ...(isOneLine ? [['col', start.column] as const, ['endColumn', end.column] as const] : []),
  ] as const;
  const told = [
    start.cell === undefined ? visible(message) : `${visible(start.cell)}: ${visible(message)}`,
    ...(instead === undefined ? [] : [`${wording.instead}: ${visible(instead)}`]),
  ];
  const settings = properties.map(([name, value]) => `${name}=${escapedProperty(String(value))}`).join(',');
  return `::${KIND[finding.severity]} ${settings}::${escaped(told.join('\n'))}\n`;
}

function escaped(words: string): string {
  return words.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(words: string): string {
  return escaped(words).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

const KIND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };
