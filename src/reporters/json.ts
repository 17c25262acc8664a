import type { Finding, Place } from '../core/finding.ts';
import { endOf, startOf } from '../core/finding.ts';
import type { Lines } from '../core/source.ts';
import type { Reporter, SourceReport } from './reporter.ts';

export const json: Reporter = {
  name: 'json',
  about:
    'For programs: {"version": 1, "findings": […], "summary": {…}}; lines and columns from 1, spans and columns in UTF-16 units.',
  async *report(run, { sentence, skippedFiles }) {
    const counts = { error: 0, warning: 0, info: 0 };
    const files = new Set<string>();
    let between = '\n';
    yield '{"version":1,"findings":[';
    for await (const report of run) {
      files.add(report.source.path);
      for (const finding of report.findings) {
        counts[finding.severity]++;
        yield `${between}${JSON.stringify(findingValue(finding, report.lines, sentence(finding)))}`;
        between = ',\n';
      }
    }
    yield `\n],"summary":${JSON.stringify({ files: files.size, skippedFiles: skippedFiles(), ...counts })}}\n`;
  },
};

function findingValue(
  finding: Finding,
  lines: SourceReport['lines'],
  { message, instead }: { message: string; instead: string | undefined },
) {
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
    related: finding.related.map((related) => ({
      why: related.why,
      path: related.path,
      ...placeValue(related, lines(related.path)),
    })),
  };
}

function placeValue(place: Place, lines: Lines) {
  const span = { start: startOf(place), end: endOf(place) };
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return {
    span,
    // Several where the words are interrupted in the source.
    ...(place.spans.length > 1 ? { spans: place.spans } : {}),
    exact: place.exact,
    // Of a workbook, whose line is a row and whose column counts within the cell.
    ...(start.cell === undefined ? {} : { cell: start.cell }),
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    words: place.words,
    messageIndex: place.messageIndex ?? null,
    role: place.role ?? null,
    speaker: place.speaker ?? null,
  };
}
