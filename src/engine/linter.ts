import type { Check, Problem, ReadMessage } from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import type { Channel, Conversation } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { Finding, Place, Related } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import type { Range } from '../core/span.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import { createMatcher } from '../matching/matcher.ts';
import type { Plan } from '../rules/plan.ts';
import type { ActiveRule, RuleSettings } from '../rules/rule-settings.ts';
import { activeRules } from '../rules/rule-settings.ts';
import type { Aim } from './aim.ts';
import { aimsOf, situationOf } from './aim.ts';
import { isExcepted } from './exceptions.ts';
import type { Thread } from './thread.ts';
import { threadsOf } from './thread.ts';

/** What is known of a document beside what it says. */
export interface Circumstances {
  readonly path: string;
  /** The channel where the document names none. */
  readonly channel?: Channel | undefined;
  /** The language where the words tell nothing. */
  readonly language?: string | undefined;
  readonly names: DetectorContext;
  /** The conversation that a draft answers, and its file. */
  readonly context?: { readonly conversation: Conversation; readonly path: string } | undefined;
}

export interface Linter {
  /** The findings in a document, in their total order. */
  check(document: Document, circumstances: Circumstances): readonly Finding[];
}

/** A linter for a plan with the rules that the settings leave on. Work that is the same for all texts is done here. */
export function createLinter(plan: Plan, settings: RuleSettings): Linter {
  const matcher = createMatcher(plan.book);
  const rules = activeRules(plan, settings);
  return {
    check(document, { path, channel, language, names, context }) {
      const findings: Finding[] = [];
      const paths = { path, contextPath: context?.path ?? path };
      for (const thread of threadsOf(document, { matcher, channel, language, names, context: context?.conversation })) {
        for (const rule of rules) {
          if (isFor(rule, thread))
            for (const found of findingsOf(rule, thread, settings.presets, paths)) findings.push(found);
        }
      }
      return findings.sort(compareFindings);
    },
  };
}

const checks: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.name, check]));

function isFor({ rule, channels }: ActiveRule, thread: Thread): boolean {
  if (rule.documents !== undefined && !rule.documents.includes(thread.kind)) return false;
  return channels === undefined || channels.includes(thread.channel ?? 'chat');
}

/** The file of the document, and of the conversation that it answers. */
interface Paths {
  readonly path: string;
  readonly contextPath: string;
}

function* findingsOf(active: ActiveRule, thread: Thread, presets: readonly string[], paths: Paths): Generator<Finding> {
  const { rule } = active;
  for (const aim of aimsOf(active, thread, presets)) {
    let isReported = false;
    for (const problem of problemsOf(active, aim, thread, presets)) {
      if (!thread.isLinted(problem.message) || isExcepted(rule.unless, problem, aim, thread)) continue;
      yield findingOf(active, problem, aim, thread, paths);
      isReported = true;
      if (rule.oncePer !== undefined) break;
    }
    if (isReported && rule.oncePer === 'conversation') return;
  }
}

function* problemsOf(
  { checks: planned }: ActiveRule,
  { target }: Aim,
  thread: Thread,
  presets: readonly string[],
): Generator<Problem> {
  const situation = situationOf(target, thread, presets);
  const found = planned.flatMap(({ check, options }) => (checks.get(check) as Check).find(target, options, situation));
  yield* planned.length === 1 ? found : withoutOverlaps(found);
}

/** Two mechanisms of one rule may see the same words; the longer finding says more. */
function withoutOverlaps(problems: readonly Problem[]): readonly Problem[] {
  const longestFirst = [...problems].sort((a, b) => b.range.end - b.range.start - (a.range.end - a.range.start));
  const kept: Problem[] = [];
  // Per message, apart from each other and in order.
  const taken = new Map<ReadMessage, Range[]>();
  for (const problem of longestFirst) {
    const ranges = taken.get(problem.message) ?? [];
    taken.set(problem.message, ranges);
    const at = firstEndingAfter(ranges, problem.range.start);
    if ((ranges[at]?.start ?? Number.POSITIVE_INFINITY) < problem.range.end) continue;
    ranges.splice(at, 0, problem.range);
    kept.push(problem);
  }
  return kept;
}

function firstEndingAfter(ranges: readonly Range[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function findingOf(
  { rule, severity }: ActiveRule,
  problem: Problem,
  { occasion }: Aim,
  thread: Thread,
  { path, contextPath }: Paths,
): Finding {
  const place = placeOf(problem.message, problem.range, thread);
  const related: Related[] =
    occasion === undefined
      ? []
      : [
          {
            ...placeOf(occasion.message, occasion.range, thread),
            why: 'occasion',
            path: thread.isLinted(occasion.message) ? path : contextPath,
          },
        ];
  return {
    ...place,
    path,
    rule: rule.id,
    severity,
    data: { ...problem.data, words: place.words },
    instead: problem.instead,
    conversation: thread.id,
    entry: thread.entry,
    language: problem.message.language,
    related,
  };
}

function placeOf({ message, words }: ReadMessage, range: Range, thread: Thread): Place {
  const { spans, exact } = message.text.locate(range);
  const isConversation = thread.kind === 'conversation';
  return {
    spans,
    exact,
    words: words.slice(range.start, range.end),
    messageIndex: isConversation ? message.index : undefined,
    role: message.role,
    speaker: message.speaker,
  };
}
