import type { EvaluationResult } from './evaluation.ts';
import { precisionOf, recallOf } from './score.ts';

/** The least that a figure must be, for one rule or for all together. */
export interface Threshold {
  readonly figure: 'precision' | 'recall';
  /** Undefined for all rules together. */
  readonly rule: string | undefined;
  readonly least: number;
}

/** A threshold that was not reached. */
export interface Shortfall extends Threshold {
  /** Undefined where nothing could be measured, which reaches no threshold. */
  readonly value: number | undefined;
}

/** `0.9`, or `greeting/missing=0.95`; undefined where the words are neither. */
export function parseThreshold(figure: Threshold['figure'], written: string): Threshold | undefined {
  const match = /^(?:(?<rule>[^=]+)=)?(?<least>0(?:\.\d+)?|1(?:\.0+)?)$/.exec(written);
  if (match === null) return undefined;
  return { figure, rule: match.groups?.['rule'], least: Number(match.groups?.['least']) };
}

export function shortfallsIn(result: EvaluationResult, thresholds: readonly Threshold[]): readonly Shortfall[] {
  return thresholds.flatMap((threshold) => {
    const { figure, rule, least } = threshold;
    const score = rule === undefined ? result.total : result.rules.find((one) => one.rule === rule)?.score;
    const value = score === undefined ? undefined : figure === 'precision' ? precisionOf(score) : recallOf(score);
    return value !== undefined && value >= least ? [] : [{ ...threshold, value }];
  });
}
