import type { ReadMessage } from '../checks/check.ts';
import type { Edit } from '../core/edit.ts';
import { isRefusal } from '../core/edit.ts';
import type { Finding } from '../core/finding.ts';
import type { Fix, FixObstacle, FixSafety } from '../core/fix.ts';
import type { Range } from '../core/span.ts';
import { overlaps } from '../core/span.ts';
import { TRANSFORMS } from '../fixes/registry.ts';
import type { Change, Fault, Transform } from '../fixes/transform.ts';
import type { PlannedRule } from '../rules/plan.ts';
import { inLanguage } from './sentence.ts';
import { whatIsLost } from './what-stays.ts';

/** A fix that there could be but for an obstacle. */
export interface HinderedFix {
  readonly safety: FixSafety;
  readonly obstacle: FixObstacle;
}

/** The fix of a finding, or what hinders it; undefined where the rule, or its transform, has nothing to say. */
export function fixOf(rule: PlannedRule, fault: Fault): Fix | HinderedFix | undefined {
  if (rule.fix === undefined) return undefined;
  const { by } = rule.fix;
  const instead =
    fault.instead ?? (rule.instead === undefined ? undefined : inLanguage(rule.instead, [fault.message.language]));
  const rewriting = transforms.get(by)?.rewrite({ ...fault, instead });
  if (rewriting === undefined) return undefined;
  const { message } = fault;
  const safety = rule.fix.safety === 'safe' && !rewriting.isSure ? 'unsafe' : rule.fix.safety;
  const changes = [...rewriting.changes].sort((a, b) => a.range.start - b.range.start);
  // A suggestion is never written, and says something new.
  const lost = safety === 'suggestion' ? undefined : lostBy(changes, fault);
  if (lost !== undefined) return { safety, obstacle: lost };
  const edits: Edit[] = [];
  for (const { range, words } of changes) {
    if (!message.message.text.locate(range).exact)
      return {
        safety,
        obstacle: { kind: 'refused', reason: 'the words are coded there, and have no place of their own' },
      };
    const edit = message.message.text.edit(range, words);
    if (isRefusal(edit)) return { safety, obstacle: { kind: 'refused', reason: edit.refused } };
    edits.push(edit);
  }
  return {
    safety,
    edits,
    changes: changes.map(({ range, words }) => ({ was: message.words.slice(range.start, range.end), becomes: words })),
  };
}

export function isFix(found: Fix | HinderedFix): found is Fix {
  return 'edits' in found;
}

/** Whether the fix would touch what no report may show of the finding's document. */
export function touchesSecret({ edits }: Fix, { hidden = [], path }: Finding): boolean {
  return hidden.some((place) => place.path === path && edits.some(({ span }) => overlaps(span, place.span)));
}

const transforms: ReadonlyMap<string, Transform> = new Map(TRANSFORMS.map((transform) => [transform.name, transform]));

function lostBy(changes: readonly Change[], { message, names }: Fault): FixObstacle | undefined {
  const [first] = changes;
  const last = changes.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const { start, end } = neighbourhood(message, { start: first.range.start, end: last.range.end });
  const before = message.words.slice(start, end);
  let after = '';
  let done = start;
  for (const { range, words } of changes) {
    after += message.words.slice(done, range.start) + words;
    done = range.end;
  }
  after += message.words.slice(done, end);
  const what = whatIsLost(before, after, names);
  return what === undefined ? undefined : { kind: 'loses', what };
}

/** The sentences that the range lies in, as far as they are no longer than people write them. */
function neighbourhood({ words, sentences }: ReadMessage, range: Range): Range {
  const touched = sentences.filter(({ start, end }) => start <= range.end && range.start <= end);
  const start = Math.min(range.start, touched[0]?.start ?? 0);
  const end = Math.max(range.end, touched.at(-1)?.end ?? words.length);
  return { start: Math.max(start, range.start - LONGEST), end: Math.min(end, range.end + LONGEST) };
}

/** Units on either side; the cut falls on the same sign before and after. */
const LONGEST = 1000;
