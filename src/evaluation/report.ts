import type { EvaluationWording } from '../locales/wording.ts';
import type { EvaluationResult, LabelMistake } from './evaluation.ts';
import type { Shortfall } from './threshold.ts';

/** All that is told of an evaluation; `json` and `pretty` write it. */
export interface EvaluationReport {
  readonly result: EvaluationResult;
  readonly shortfalls: readonly Shortfall[];
  /** Drafts and libraries among the files. */
  readonly otherDocuments: number;
  /** How many misses, and how many false alarms, are shown. */
  readonly examples: number;
}

/** A figure as it is written: rounded down, so that no figure looks better than a threshold that it missed. */
export function figureText(value: number): string {
  return (Math.floor(value * 1000 + 1e-9) / 1000).toFixed(3).replace(/(\.\d\d)0$/, '$1');
}

/** What is wrong with a label, in one sentence; its place is told apart. */
export function mistakeText(mistake: LabelMistake, wording: EvaluationWording): string {
  switch (mistake.kind) {
    case 'unknown-conversation':
      return wording.unknownConversation(mistake.conversation, mistake.labels);
    case 'repeated-conversation':
      return wording.repeatedConversation(mistake.conversation);
    case 'unknown-message':
      return wording.unknownMessage(mistake.message, mistake.conversation);
    case 'not-the-agents':
      return wording.notTheAgents(mistake.message, mistake.conversation);
    case 'outside-message':
      return wording.outsideMessage(mistake.message, mistake.conversation);
    case 'unknown-rule':
      return wording.unknownRule(mistake.rule, mistake.labels);
  }
}
