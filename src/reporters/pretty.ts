import type { Finding, Place } from '../core/finding.ts';
import { startOf } from '../core/finding.ts';
import type { SummaryCounts, Wording } from '../locales/wording.ts';
import type { Mark } from './frame.ts';
import { frameOf, shownSpan } from './frame.ts';
import type { ReportContext, Reporter, SourceReport } from './reporter.ts';
import { visible } from './visible.ts';

export const pretty: Reporter = {
  name: 'pretty',
  about:
    'For people: each finding with the line it is in, the words underlined, who said them and what to write instead.',
  async *report(run, context) {
    const counts = { error: 0, warning: 0, info: 0, files: 0, filesWithFindings: 0 };
    let path: string | undefined;
    let lastWithFindings: string | undefined;
    for await (const report of run) {
      if (report.source.path !== path) counts.files++;
      path = report.source.path;
      for (const finding of report.findings) {
        counts[finding.severity]++;
        if (path !== lastWithFindings) counts.filesWithFindings++;
        lastWithFindings = path;
        yield findingText(finding, report, context);
      }
    }
    yield summaryText(counts, context);
  },
};

function findingText(finding: Finding, report: SourceReport, context: ReportContext): string {
  const { paint, wording } = context;
  const { message, instead } = context.sentence(finding);
  const lines = report.lines();
  const { line, column, cell } = lines.position(startOf(finding));
  const frame = frameOf(marksOf(finding, report, wording), Math.max(30, context.width - GUTTER));
  const numbers = frame.map(({ number }) => (number === undefined ? '' : String(number)));
  const gutter = Math.max(2, ...numbers.map((number) => number.length));
  const bar = paint.quiet('|');
  const said = whoText(finding, wording);
  return [
    `${paint[finding.severity](`${wording.severity[finding.severity]}[${finding.rule}]`)} ${paint.strong(visible(message))}`,
    `${' '.repeat(gutter)}${paint.quiet('-->')} ${visible(finding.path)}:${cell === undefined ? `${line}:${column}` : visible(cell)}${said === '' ? '' : paint.quiet(` (${visible(said)})`)}`,
    `${' '.repeat(gutter)} ${bar}`,
    ...frame.map(({ words, sign }, index) => {
      const painted = sign === '^' ? paint[finding.severity](words) : sign === '-' ? paint.quiet(words) : words;
      return `${paint.quiet((numbers[index] as string).padStart(gutter))} ${bar} ${painted}`;
    }),
    ...(instead === undefined
      ? []
      : [`${' '.repeat(gutter)} ${paint.quiet('=')} ${wording.instead}: ${visible(instead)}`]),
    '\n',
  ].join('\n');
}

/** Width that line numbers and the bar take. */
const GUTTER = 9;

/** The words at fault, and what made the rule speak, in the order in which they were said. */
function marksOf(finding: Finding, report: SourceReport, wording: Wording): readonly Mark[] {
  const marks: Mark[] = finding.related.flatMap(({ spans, path, why }) =>
    spans.slice(0, 1).map((span) => ({
      lines: report.lines(path),
      span,
      sign: '-',
      label: why === 'occasion' ? wording.because : wording.counterpart,
    })),
  );
  const span = shownSpan(finding.spans, report.lines());
  if (span !== undefined) marks.push({ lines: report.lines(), span, sign: '^', label: '' });
  const isSameFile = finding.related.every(({ path }) => path === finding.path);
  return isSameFile ? marks.sort((a, b) => a.span.start - b.span.start) : marks;
}

/** Who said it, and in which message, entry or conversation. */
function whoText(finding: Finding & Place, wording: Wording): string {
  const parts: string[] = [];
  if (finding.entry !== undefined) parts.push(wording.entry(finding.entry));
  else if (finding.messageIndex === undefined) parts.push(finding.role === undefined ? '' : wording.draft);
  else {
    const role = finding.role === undefined ? '' : wording.role[finding.role];
    parts.push(
      finding.speaker === undefined ? role : `${role} ${finding.speaker}`,
      wording.message(finding.messageIndex + 1),
    );
  }
  if (finding.conversation !== undefined) parts.push(`${wording.conversation} ${finding.conversation}`);
  return parts.filter((part) => part.trim() !== '').join(', ');
}

function summaryText(counts: SummaryCounts, { wording, paint, skippedFiles }: ReportContext): string {
  const worst = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'info';
  const skipped = skippedFiles();
  return `${paint[worst](wording.summary(counts))}\n${skipped === 0 ? '' : `${paint.quiet(wording.skipped(skipped))}\n`}`;
}
