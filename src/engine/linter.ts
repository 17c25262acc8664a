import type { Check, Problem, ReadMessage, Target } from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import type { Channel, Conversation, Role } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { Finding, Place, Related } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import type { Range } from '../core/span.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import type { Matcher } from '../matching/matcher.ts';
import { createMatcher } from '../matching/matcher.ts';
import type { Plan } from '../rules/plan.ts';
import type { ActiveRule, RuleSettings } from '../rules/rule-settings.ts';
import { activeRules } from '../rules/rule-settings.ts';
import type { Aim } from './aim.ts';
import { aimsAfter, targetsIn } from './aim.ts';
import { isExcepted } from './exceptions.ts';
import type { Need } from './sought.ts';
import { needOf, setsSought } from './sought.ts';
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
  const rules = activeRules(plan, settings).map((rule) => ({
    ...rule,
    need: needOf(rule),
    run: rule.checks.map(({ check, options }) => ({ check: checks.get(check) as Check, options })),
  }));
  const matchers = matchersFor(plan, rules);
  const { presets } = settings;
  return {
    check(document, { path, channel, language, names, context }) {
      const findings: Finding[] = [];
      const paths = { path, contextPath: context?.path ?? path };
      const threads = threadsOf(document, {
        matchers,
        presets,
        channel,
        language,
        names,
        context: context?.conversation,
      });
      for (const thread of threads) {
        for (const rule of rules)
          if (isFor(rule, thread) && maySpeak(rule.need, thread)) addFindings(findings, rule, thread, paths);
      }
      return findings.sort(compareFindings);
    },
  };
}

function matchersFor(plan: Plan, rules: readonly ActiveRule[]): Readonly<Record<Role, Matcher>> {
  const matcher = createMatcher(plan.book);
  const { agent, customer, bot, system } = setsSought(rules);
  return {
    agent: matcher.narrowedTo(agent),
    customer: matcher.narrowedTo(customer),
    bot: matcher.narrowedTo(bot),
    system: matcher.narrowedTo(system),
  };
}

/** A rule with the mechanisms that it runs. */
interface RunningRule extends ActiveRule {
  readonly need: Need | undefined;
  readonly run: readonly { readonly check: Check; readonly options: unknown }[];
}

const checks: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.name, check]));

function isFor({ rule, channels }: ActiveRule, thread: Thread): boolean {
  if (rule.documents !== undefined && !rule.documents.includes(thread.kind)) return false;
  return channels === undefined || channels.includes(thread.channel ?? 'chat');
}

function maySpeak(need: Need | undefined, thread: Thread): boolean {
  if (need === undefined) return true;
  const sets = thread.setsOf(need.role);
  return need.sets.some((set) => sets.has(set));
}

/** The file of the document, and of the conversation that it answers. */
interface Paths {
  readonly path: string;
  readonly contextPath: string;
}

function addFindings(findings: Finding[], active: RunningRule, thread: Thread, paths: Paths): void {
  const { rule, place, occasion } = active;
  /** Whether the rule has said all that it says in the thread. */
  const report = (problems: readonly Problem[], aim: Aim): boolean => {
    const wanted = problems.filter((one) => thread.isLinted(one.message) && !isExcepted(rule.unless, one, aim, thread));
    const reported = rule.oncePer === undefined ? wanted : wanted.slice(0, 1);
    for (const problem of reported) findings.push(findingOf(active, problem, aim, thread, paths));
    return reported.length > 0 && rule.oncePer === 'conversation';
  };
  if (occasion !== undefined) {
    for (const aim of aimsAfter(occasion, place, thread)) if (report(problemsIn(aim.target, active), aim)) return;
    return;
  }
  for (const target of targetsIn(place, thread)) {
    const problems = problemsIn(target, active);
    if (problems.length > 0 && report(problems, { target })) return;
  }
}

function problemsIn(target: Target, { run }: RunningRule): readonly Problem[] {
  const [only] = run;
  if (only !== undefined && run.length === 1) return only.check.find(target, only.options);
  return withoutOverlaps(run.flatMap(({ check, options }) => check.find(target, options)));
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
  { message, range, data, instead }: Problem,
  { occasion }: Aim,
  thread: Thread,
  { path, contextPath }: Paths,
): Finding {
  const { spans, exact, words, messageIndex, role, speaker } = placeOf(message, range, thread);
  const related: Related[] = [];
  if (occasion !== undefined) {
    const isHere = thread.isLinted(occasion.message);
    related.push({
      ...placeOf(occasion.message, occasion.range, thread),
      why: 'occasion',
      path: isHere ? path : contextPath,
    });
  }
  return {
    rule: rule.id,
    severity,
    path,
    spans,
    exact,
    words,
    messageIndex,
    role,
    speaker,
    data: data === undefined ? { words } : { words, ...data },
    instead,
    conversation: thread.id,
    entry: thread.entry,
    language: message.language,
    related,
  };
}

function placeOf({ message, words }: ReadMessage, range: Range, thread: Thread): Place {
  const { spans, exact } = message.text.locate(range);
  return {
    spans,
    exact,
    words: words.slice(range.start, range.end),
    messageIndex: thread.kind === 'conversation' ? message.index : undefined,
    role: message.role,
    speaker: message.speaker,
  };
}
