import type { Finding, Place } from '../core/finding.ts';
import { endOf, startOf } from '../core/finding.ts';
import type { ChangedWords, Fix } from '../core/fix.ts';
import type { Lines } from '../core/source.ts';
import type { Span } from '../core/span.ts';
import { extentOf } from './place.ts';
import type { FindingValue, ReportValue } from './report-schema.ts';
import type { ReportContext, SourceReport } from './reporter.ts';
import type { Tally } from './tally.ts';

/** A finding as programs read it. */
export function findingValue(
  finding: Finding,
  { lines }: Pick<SourceReport, 'lines'>,
  { sentence }: Pick<ReportContext, 'sentence'>,
): FindingValue {
  const { message, instead } = sentence(finding);
  const { fix, suppression } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message,
    instead: instead ?? null,
    path: finding.path,
    ...placeValue(finding, lines(finding.path)),
    conversation: finding.conversation ?? null,
    entry: finding.entry ?? null,
    language: finding.language ?? null,
    fingerprint: finding.fingerprint ?? null,
    fix: fix === undefined ? null : fixValue(fix, lines(finding.path)),
    suppression: suppression === undefined ? null : { by: suppression.by, reason: suppression.reason ?? null },
    related: finding.related.map((related) => ({
      why: related.why,
      path: related.path,
      ...placeValue(related, lines(related.path)),
    })),
  };
}

export function summaryValue({ counts, suppressed }: Tally, { skippedFiles }: ReportContext): ReportValue['summary'] {
  const { files, error, warning, info } = counts;
  return { files, skippedFiles: skippedFiles(), error, warning, info, suppressed };
}

function fixValue({ safety, edits, changes }: Fix, lines: Lines): NonNullable<FindingValue['fix']> {
  return {
    safety,
    edits: edits.map(({ span, words }, index) => {
      const { was, becomes } = changes[index] as ChangedWords;
      return { span, ...rangeValue(span, lines), words, was, becomes };
    }),
  };
}

function placeValue(place: Place, lines: Lines) {
  const span = { start: startOf(place), end: endOf(place) };
  const { cell } = extentOf(place, lines).start;
  return {
    span,
    // Several where the words are interrupted in the source.
    ...(place.spans.length > 1 ? { spans: [...place.spans] } : {}),
    exact: place.exact,
    // Of a workbook, whose line is a row and whose column counts within the cell.
    ...(cell === undefined ? {} : { cell }),
    ...rangeValue(span, lines),
    words: place.words,
    messageIndex: place.messageIndex ?? null,
    role: place.role ?? null,
    speaker: place.speaker ?? null,
  };
}

function rangeValue(span: Span, lines: Lines) {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
