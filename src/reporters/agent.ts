import type { Finding } from '../core/finding.ts';
import { jsonText } from './json-text.ts';
import { extentOf, placeText } from './place.ts';
import type { ReportContext, Reporter } from './reporter.ts';
import { clipped } from './visible.ts';

export const agent: Reporter = {
  name: 'agent',
  about:
    'For programs that draft replies: one terse line a finding, `path:line:column severity rule "words" sentence => "what to write instead"`.',
  async *report(run, context) {
    for await (const { findings, lines } of run) {
      for (const finding of findings)
        yield `${placeText(finding, extentOf(finding, lines()))} ${saidOf(finding, context)}\n`;
    }
  },
};

/** Words of others are quoted, so that the reader can tell them from ours. */
function saidOf(finding: Finding, { sentence }: ReportContext): string {
  const { message, instead } = sentence(finding);
  return [
    finding.severity,
    finding.rule,
    finding.words === '' ? undefined : quoted(finding.words),
    clipped(message, LONGEST),
    instead === undefined ? undefined : `=> ${quoted(instead)}`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function quoted(words: string): string {
  return jsonText(clipped(words, LONGEST));
}

/** Units of words: a whole mail may be at fault, and whoever drafted it has it. */
const LONGEST = 160;
