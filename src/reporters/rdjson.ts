import type { Finding, Severity } from '../core/finding.ts';
import type { Lines, Position } from '../core/source.ts';
import type { Span } from '../core/span.ts';
import { jsonText } from './json-text.ts';
import { extentOf } from './place.ts';
import type { ReportContext, Reporter, SourceReport } from './reporter.ts';
import { visible } from './visible.ts';

export const rdjson: Reporter = {
  name: 'rdjson',
  about: 'The Diagnostic Format of reviewdog, with columns in bytes of UTF-8 and fixes as suggestions.',
  showsFixes: true,
  async *report(run, context) {
    let between = '\n';
    yield '{"source":{"name":"replylint"},"diagnostics":[';
    for await (const report of run) {
      for (const finding of report.findings) {
        yield `${between}${jsonText(diagnostic(finding, report, context))}`;
        between = ',\n';
      }
    }
    yield '\n]}\n';
  },
};

function diagnostic(finding: Finding, { lines }: SourceReport, { sentence, wording }: ReportContext) {
  const { message, instead } = sentence(finding);
  const own = lines(finding.path);
  const advice = instead === undefined ? '' : `\n${wording.instead}: ${visible(instead)}`;
  return {
    message: `${visible(message)}${advice}`,
    location: { path: finding.path, range: rangeOf(extentOf(finding, own)) },
    severity: SEVERITY[finding.severity],
    code: { value: finding.rule },
    ...(finding.fix === undefined
      ? {}
      : { suggestions: finding.fix.edits.map(({ span, words }) => ({ range: rangeAt(span, own), text: words })) }),
    ...(finding.related.length === 0
      ? {}
      : {
          related_locations: finding.related.map((related) => ({
            message: related.why === 'occasion' ? wording.because : wording.counterpart,
            location: { path: related.path, range: rangeOf(extentOf(related, lines(related.path))) },
          })),
        }),
  };
}

function rangeAt({ start, end }: Span, lines: Lines) {
  return rangeOf({ start: lines.position(start), end: lines.position(end) });
}

function rangeOf({ start, end }: { readonly start: Position; readonly end: Position }) {
  return { start: pointOf(start), end: pointOf(end) };
}

function pointOf({ line, byteColumn }: Position) {
  return { line, column: byteColumn };
}

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' };
