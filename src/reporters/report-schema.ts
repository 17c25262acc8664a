import * as v from 'valibot';
import { ROLES } from '../core/conversation.ts';
import { SEVERITIES } from '../core/finding.ts';

/**
 * What `--format json` and `--format jsonl` print. Fields may be added within a version; one that goes or means something else
 * makes a new version. The types of the reporters and the published JSON Schemas come from here.
 */

const about = <Schema extends v.GenericSchema>(schema: Schema, words: string) => v.pipe(schema, v.description(words));

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const counted = v.pipe(v.number(), v.integer(), v.minValue(1));

const span = about(
  v.strictObject({ start: whole, end: whole }),
  'Half-open, in UTF-16 units from the start of the decoded file, the byte order mark counted.',
);

const range = {
  line: about(counted, 'From 1. Of a workbook the row.'),
  column: about(counted, 'From 1, in UTF-16 units. Of a workbook within the cell.'),
  endLine: counted,
  endColumn: about(counted, 'The first column after the words.'),
};

const place = {
  span,
  spans: v.optional(about(v.array(span), 'Where the words are interrupted in the file: their parts.')),
  exact: about(v.boolean(), 'False where the file is coded so that only the neighbourhood can be named.'),
  cell: v.optional(about(v.string(), 'Sheet and cell of a workbook.')),
  ...range,
  words: about(v.string(), 'The words there without the escapes of the file; stars stand for secrets.'),
  messageIndex: about(v.nullable(whole), 'From 0, in the conversation; null in drafts and libraries.'),
  role: v.nullable(v.picklist(ROLES)),
  speaker: v.nullable(v.string()),
};

const related = v.strictObject({
  why: about(
    v.picklist(['occasion', 'counterpart']),
    'occasion: what made the rule speak. counterpart: what the words are compared with.',
  ),
  path: about(v.string(), 'Another file than that of the finding where a draft answers a conversation.'),
  ...place,
});

const fix = v.strictObject({
  safety: about(
    v.picklist(['safe', 'unsafe', 'suggestion']),
    'safe: the meaning stays. unsafe: to be read after it is made. suggestion: somebody must fill in or choose.',
  ),
  edits: about(
    v.array(
      v.strictObject({
        span,
        ...range,
        words: about(v.string(), 'What to put there, spelt as the file wants it.'),
        was: about(v.string(), 'The words there, without the escapes of the file.'),
        becomes: about(v.string(), 'The words after it, without the escapes of the file.'),
      }),
    ),
    'All of them, or none.',
  ),
});

const suppression = v.strictObject({
  by: v.picklist(['directive', 'ignore', 'baseline']),
  reason: v.nullable(v.string()),
});

const finding = {
  rule: v.string(),
  severity: v.picklist(SEVERITIES),
  message: about(v.string(), 'The sentence in the language of the reader.'),
  instead: about(v.nullable(v.string()), 'What to write instead, in the language of the words.'),
  path: about(v.string(), 'Relative to the working directory, with forward slashes.'),
  ...place,
  conversation: about(v.nullable(v.string()), 'The id of the conversation.'),
  entry: about(v.nullable(v.string()), 'The id or title of the entry of a library.'),
  language: about(v.nullable(v.string()), 'Of the message, as far as it is known.'),
  fingerprint: about(v.nullable(v.string()), 'The same as long as the finding is; see docs/output.md.'),
  fix: about(v.nullable(fix), 'How to mend it, where that can be told.'),
  suppression: about(v.nullable(suppression), 'What silences it; null where it counts.'),
  related: v.array(related),
};

const summary = {
  files: about(whole, 'Files that were read.'),
  skippedFiles: about(whole, 'Files without anything that can be linted.'),
  error: whole,
  warning: whole,
  info: whole,
  suppressed: about(whole, 'Silenced findings.'),
};

export const findingSchema = v.strictObject(finding);

export const reportSchema = v.strictObject({
  version: v.literal(1),
  findings: v.array(findingSchema),
  suppressed: about(v.array(findingSchema), 'Findings that are silenced and not counted.'),
  summary: v.strictObject(summary),
});

/** A line of `--format jsonl`. */
export const reportLineSchema = v.variant('type', [
  v.strictObject({ type: v.literal('finding'), ...finding }),
  about(v.strictObject({ type: v.literal('suppressed'), ...finding }), 'A finding that is silenced and not counted.'),
  about(v.strictObject({ type: v.literal('summary'), version: v.literal(1), ...summary }), 'The last line.'),
]);

export type FindingValue = v.InferOutput<typeof findingSchema>;
export type ReportValue = v.InferOutput<typeof reportSchema>;
export type ReportLine = v.InferOutput<typeof reportLineSchema>;
