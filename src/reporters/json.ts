import { findingValue, summaryValue } from './finding-value.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { Tally } from './tally.ts';

export const json: Reporter = {
  name: 'json',
  about:
    'For programs: {"version": 1, "findings": […], "suppressed": […], "summary": {…}}; lines and columns from 1, spans and columns in UTF-16 units. Silenced findings are held to the end.',
  showsFixes: true,
  async *report(run, context) {
    const tally = new Tally();
    const suppressed: string[] = [];
    let between = '\n';
    yield '{"version":1,"findings":[';
    for await (const report of run) {
      tally.add(report);
      for (const finding of report.findings) {
        yield `${between}${jsonText(findingValue(finding, report, context))}`;
        between = ',\n';
      }
      for (const finding of report.suppressed) suppressed.push(`\n${jsonText(findingValue(finding, report, context))}`);
    }
    yield `\n],"suppressed":[${suppressed.join(',')}],"summary":${jsonText(summaryValue(tally, context))}}\n`;
  },
};
