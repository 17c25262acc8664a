import type { Finding } from '../core/finding.ts';
import type { Wording } from '../locales/wording.ts';
import { markdownCode, markdownText } from './markdown-text.ts';
import { extentOf, placeText } from './place.ts';
import type { ReportContext, SourceReport } from './reporter.ts';

/** The head of the table of findings. */
export function tableHead({ report: { columns } }: Wording): string {
  const names = [columns.severity, columns.place, columns.rule, columns.finding];
  return `| ${names.join(' | ')} |\n|${' --- |'.repeat(names.length)}\n`;
}

export function tableRow(finding: Finding, { lines }: SourceReport, { sentence, wording }: ReportContext): string {
  const { message, instead } = sentence(finding);
  const cells = [
    wording.severity[finding.severity],
    markdownCode(clippedTo(placeText(finding, extentOf(finding, lines())))),
    finding.rule,
    instead === undefined ? cellText(message) : `${cellText(message)} ${wording.instead}: ${cellText(instead)}`,
  ];
  return `| ${cells.join(' | ')} |\n`;
}

/** A renderer gives a page of a limited size to all of it. */
function cellText(words: string): string {
  return markdownText(clippedTo(words));
}

function clippedTo(words: string): string {
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST)}…`;
}

const LONGEST = 500;
