import type { SetupPlace } from '../core/setup-error.ts';
import type { ExampleResult } from '../engine/examples.ts';
import { agrees } from '../engine/examples.ts';
import type { HouseWording } from '../locales/wording.ts';
import type { Paint } from '../reporters/reporter.ts';
import { visible } from '../reporters/visible.ts';
import type { RuleFile } from '../rules/schema.ts';
import { exampleDiff } from './example-diff.ts';

export interface TestedExample {
  /** Of its kind, from 1. */
  readonly number: number;
  readonly place: SetupPlace | undefined;
  readonly result: ExampleResult;
}

export interface TestedRule {
  readonly rule: RuleFile;
  readonly place: SetupPlace | undefined;
  readonly examples: readonly TestedExample[];
  /** Whether any example makes it report something. */
  readonly fires: boolean;
}

export interface MissedPhrase {
  /** A rule, or a concept as in @apology. */
  readonly owner: string;
  readonly phrase: string;
  readonly place: SetupPlace | undefined;
}

export interface TestReport {
  readonly rules: readonly TestedRule[];
  /** Where coverage was asked for. */
  readonly missed: readonly MissedPhrase[] | undefined;
}

export function isWrong(rule: TestedRule, report: TestReport): boolean {
  return rule.examples.some(({ result }) => !agrees(result)) || isSilent(rule, report);
}

/** With coverage asked for, a rule that nothing makes fire is not tested at all. */
function isSilent({ fires }: TestedRule, { missed }: TestReport): boolean {
  return missed !== undefined && !fires;
}

export function prettyText(report: TestReport, wording: HouseWording, paint: Paint): string {
  const { rules, missed = [] } = report;
  const examples = rules.flatMap((rule) => rule.examples);
  const failed = examples.filter(({ result }) => !agrees(result)).length;
  return [
    ...rules.flatMap((rule) => ruleLines(rule, report, wording, paint)),
    ...(missed.length > 0 ? ['', wording.unreached(missed.length)] : []),
    ...missed.map(({ owner, phrase, place }) => `  ${owner}  ${visible(phrase)}${placeText(place)}`),
    '',
    wording.tested({ rules: rules.length, examples: examples.length, failed }),
    '',
  ].join('\n');
}

function ruleLines(tested: TestedRule, report: TestReport, wording: HouseWording, paint: Paint): readonly string[] {
  const { rule, place, examples } = tested;
  if (!isWrong(tested, report)) return [`ok    ${rule.id} (${examples.length})`];
  const wrong = examples.filter(({ result }) => !agrees(result));
  return [
    `${paint.error('FAIL')}  ${paint.strong(rule.id)}`,
    ...(isSilent(tested, report) ? [`      ${wording.neverFires}${placeText(place)}`] : []),
    ...wrong.flatMap((example) => exampleLines(example, wording, paint)),
  ];
}

function exampleLines(
  { number, place, result }: TestedExample,
  wording: HouseWording,
  paint: Paint,
): readonly string[] {
  const lines = [`      ${wording.example(result.kind, number)}${placeText(place)}`];
  if (result.isUnreadable) return [...lines, `        ${wording.unreadable}`];
  if (result.kind === 'bad' && result.expected.length === 0) lines.push(`        ${wording.noMark}`);
  for (const { sign, words } of exampleDiff(result)) {
    const line = `${sign} ${visible(words)}`;
    lines.push(`        ${sign === '-' ? paint.error(line) : sign === '+' ? paint.info(line) : line}`);
  }
  return [...lines, `        ${paint.quiet(`(- ${wording.expected}, + ${wording.found})`)}`];
}

function placeText(place: SetupPlace | undefined): string {
  return place?.line === undefined ? '' : `  ${place.path}:${place.line}:${place.column ?? 1}`;
}

export function jsonText({ rules: tested, missed }: TestReport): string {
  const place = (at: SetupPlace | undefined) =>
    at === undefined ? null : { path: at.path, line: at.line ?? null, column: at.column ?? null };
  const rules = tested.map(({ rule, fires, examples, place: at }) => ({
    id: rule.id,
    fires,
    place: place(at),
    examples: examples.map(({ number, result, place: where }) => ({
      kind: result.kind,
      number,
      agrees: agrees(result),
      text: result.text,
      expected: result.expected,
      found: result.found,
      place: place(where),
    })),
  }));
  const unreached = missed?.map(({ owner, phrase, place: at }) => ({ owner, phrase, place: place(at) }));
  return `${JSON.stringify({ version: 1, rules, unreached }, null, 2)}\n`;
}
