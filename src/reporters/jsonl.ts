import { findingValue, summaryValue } from './finding-value.ts';
import { jsonText } from './json-text.ts';
import type { ReportLine } from './report-schema.ts';
import type { Reporter } from './reporter.ts';
import { Tally } from './tally.ts';

export const jsonl: Reporter = {
  name: 'jsonl',
  about:
    'For programs that read as it grows: one finding a line as in json, with its "type"; the last line is the summary.',
  showsFixes: true,
  async *report(run, context) {
    const tally = new Tally();
    for await (const report of run) {
      tally.add(report);
      for (const finding of report.findings)
        yield lineOf({ type: 'finding', ...findingValue(finding, report, context) });
      for (const finding of report.suppressed)
        yield lineOf({ type: 'suppressed', ...findingValue(finding, report, context) });
    }
    yield lineOf({ type: 'summary', version: 1, ...summaryValue(tally, context) });
  },
};

function lineOf(value: ReportLine): string {
  return `${jsonText(value)}\n`;
}
