import stringWidth from 'fast-string-width';
import type { Finding, Place } from '../core/finding.ts';
import { startOf } from '../core/finding.ts';
import type { Wording } from '../locales/wording.ts';
import type { Mark } from './frame.ts';
import { frameOf, shownSpan } from './frame.ts';
import { Groups } from './groups.ts';
import type { ReportContext, Reporter, SourceReport } from './reporter.ts';
import { Tally } from './tally.ts';
import { visible } from './visible.ts';
import { wrapped } from './wrap.ts';

export const pretty: Reporter = {
  name: 'pretty',
  about:
    'For people: each finding with the line it is in, the words underlined, who said them and what to write instead.',
  async *report(run, context) {
    const tally = new Tally();
    const groups = context.groupBy === undefined ? undefined : new Groups(context.groupBy, context);
    for await (const report of run) {
      tally.add(report);
      for (const finding of report.findings) {
        const text = findingText(finding, report, context);
        if (groups === undefined) yield text;
        else yield* groups.add(finding, text);
      }
    }
    if (groups !== undefined) yield* groups.end();
    yield summaryText(tally, context);
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
  const indent = ' '.repeat(gutter);
  const { marks } = wording;
  const place = `${visible(finding.path)}:${cell === undefined ? `${line}:${column}` : visible(cell)}`;
  return [
    ...headline(finding, visible(message), context),
    ...placeLines(place, said === '' ? '' : `${marks.open}${visible(said)}${marks.close}`, indent, context),
    `${' '.repeat(gutter)} ${bar}`,
    ...frame.map(({ words, sign }, index) => {
      const painted = sign === '^' ? paint[finding.severity](words) : sign === '-' ? paint.quiet(words) : words;
      return `${paint.quiet((numbers[index] as string).padStart(gutter))} ${bar} ${painted}`;
    }),
    ...(instead === undefined
      ? []
      : fitted(`${wording.instead}${marks.colon}${visible(instead)}`, context, gutter + 3).map(
          (words, index) => `${indent} ${index === 0 ? paint.quiet('=') : ' '} ${words}`,
        )),
    '\n',
  ].join('\n');
}

/** The severity, the rule and the sentence. */
function headline({ severity, rule }: Finding, message: string, context: ReportContext): readonly string[] {
  const { paint, wording } = context;
  const label = `${wording.severity[severity]}[${rule}]`;
  const [first = '', ...rest] = fitted(`${label} ${message}`, context, 0, CONTINUED.length);
  // Only a label that is longer than the terminal is broken itself.
  const begin = first.startsWith(label)
    ? `${paint[severity](label)}${paint.strong(first.slice(label.length))}`
    : paint[severity](first);
  return [begin, ...rest.map((words) => `${CONTINUED}${paint.strong(words)}`)];
}

const CONTINUED = '  ';

/** Where it stands, and who said it: on a line of its own where one has no room for both. */
function placeLines(
  place: string,
  said: string,
  indent: string,
  { paint, width, wraps }: ReportContext,
): readonly string[] {
  const head = `${indent}${paint.quiet('-->')} ${place}`;
  if (said === '') return [head];
  const fits = wraps !== true || stringWidth(`${indent}--> ${place}${said}`) <= width;
  return fits ? [`${head}${paint.quiet(said)}`] : [head, `${indent}    ${paint.quiet(said.trimStart())}`];
}

/** In lines that leave room for what stands before them. @param hanging before all lines but the first, where that has less */
function fitted(words: string, { width, wraps }: ReportContext, before: number, hanging = 0): readonly string[] {
  return wraps === true ? wrapped(words, Math.max(30, width - before - hanging)) : [words];
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
  return parts.filter((part) => part.trim() !== '').join(wording.marks.list);
}

function summaryText(tally: Tally, context: ReportContext): string {
  const { counts } = tally;
  const worst = counts.error > 0 ? 'error' : counts.warning > 0 ? 'warning' : 'info';
  const [summary, ...others] = tally.lines(context);
  return [context.paint[worst](summary as string), ...others.map(context.paint.quiet), ''].join('\n');
}
