import { tableHead, tableRow } from './markdown-table.ts';
import type { Reporter } from './reporter.ts';
import { Tally } from './tally.ts';

export const markdown: Reporter = {
  name: 'markdown',
  about: 'A Markdown table of the findings and the counts under it, for comments and wikis.',
  async *report(run, context) {
    const tally = new Tally();
    for await (const report of run) {
      const isFirst = tally.counts.filesWithFindings === 0;
      tally.add(report);
      if (isFirst && report.findings.length > 0) yield tableHead(context.wording);
      for (const finding of report.findings) yield tableRow(finding, report, context);
    }
    if (tally.counts.filesWithFindings > 0) yield '\n';
    yield `${tally.lines(context).join('\n\n')}\n`;
  },
};
