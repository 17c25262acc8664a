import * as v from 'valibot';
import type { SetupError, SetupPlace } from '../core/setup-error.ts';
import type { Range } from '../core/span.ts';
import { checked } from '../rules/yaml-file.ts';

/** What somebody who read a conversation says that a rule should find there. */
export interface Label {
  /** The conversation's id. */
  readonly conversation: string;
  /** As messages are numbered in the conversation: from 0, those of every role counted. */
  readonly message: number;
  readonly rule: string;
  /** The words at fault, in the message; undefined for the whole of it. */
  readonly range: Range | undefined;
  /** False where fair readers could disagree: the label then counts neither for nor against. */
  readonly isSure: boolean;
  readonly place: SetupPlace;
}

/** What one record of a file of labels holds. */
export type LabelRecord = { readonly label: Label } | { readonly judged: readonly Judged[] };

/** A rule, or a category such as `greeting/*`, that was looked for everywhere although no label may name it. */
export interface Judged {
  readonly pattern: string;
  readonly place: SetupPlace;
}

/** @param errors is given every mistake of the record */
export function readLabelRecord(value: unknown, place: SetupPlace, errors: SetupError[]): LabelRecord | undefined {
  const document = { path: place.path, value, place: () => place };
  if (isJudgement(value)) {
    const judgement = checked(judgementSchema, document, errors);
    return judgement && { judged: judgement.judged.map((pattern) => ({ pattern, place })) };
  }
  const read = checked(labelSchema, document, errors);
  if (read === undefined) return undefined;
  const { id, turn, rule, start, end, sure } = read;
  const range = start === undefined || end === undefined ? undefined : { start, end };
  return { label: { conversation: String(id), message: turn, rule, range, isSure: sure, place } };
}

/** Whether the first record of a file shows that it is one of labels; a folder may hold the conversations too. */
export function beginsLabels(value: unknown): boolean {
  return isJudgement(value) || (typeof value === 'object' && value !== null && 'rule' in value && 'turn' in value);
}

function isJudgement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'judged' in value;
}

const offset = v.pipe(v.number(), v.integer('write a whole number'), v.minValue(0, 'write 0 or more'));

const labelSchema = v.pipe(
  v.strictObject({
    id: v.union([v.string(), v.number()]),
    turn: offset,
    rule: v.string(),
    start: v.optional(offset),
    end: v.optional(offset),
    sure: v.optional(v.boolean(), true),
    note: v.optional(v.string()),
  }),
  v.check(
    ({ start, end }) => (start === undefined) === (end === undefined) && (start ?? 0) <= (end ?? 0),
    'write both “start” and “end”, the end not before the start',
  ),
);

/** A record that names rules which were looked for everywhere, although no label names them. */
const judgementSchema = v.strictObject({ judged: v.array(v.string()) });
