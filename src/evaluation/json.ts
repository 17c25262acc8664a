import type { PartScore } from './evaluation.ts';
import type { Examples } from './examples.ts';
import type { EvaluationReport } from './report.ts';
import type { Score } from './score.ts';
import { precisionOf, recallOf } from './score.ts';

/** For programs; lines and columns from 1, messages from 0, columns in UTF-16 units. */
export function jsonText({ result, shortfalls, otherDocuments, examples }: EvaluationReport): string {
  const value = {
    version: 1,
    total: scoreValue(result.total),
    parts: result.parts.map(partValue),
    rules: result.rules.map(({ rule, score, parts }) => ({ rule, ...scoreValue(score), parts: parts.map(partValue) })),
    notJudged: [...result.notJudged].map(([rule, findings]) => ({ rule, findings })),
    notRun: [...result.notRun].map(([rule, labels]) => ({ rule, labels })),
    misses: examplesValue(result.misses, examples),
    falseAlarms: examplesValue(result.falseAlarms, examples),
    mistakes: result.mistakes.map(({ place, ...mistake }) => ({ path: place.path, line: place.line, ...mistake })),
    shortfalls: shortfalls.map(({ figure, rule, value: measured, least }) => ({
      figure,
      rule: rule ?? null,
      value: measured ?? null,
      least,
    })),
    conversations: result.conversations,
    otherDocuments,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function scoreValue(score: Score) {
  return { ...score, precision: precisionOf(score) ?? null, recall: recallOf(score) ?? null };
}

function partValue({ language, channel, score }: PartScore) {
  return { language: language ?? null, channel: channel ?? null, ...scoreValue(score) };
}

function examplesValue(examples: Examples, most: number) {
  return { count: examples.count, worst: examples.worst(most) };
}
