import type { Check, Problem, ReadMessage, Situation, Target } from '../checks/check.ts';
import type { Channel, Conversation, Role } from '../core/conversation.ts';
import type { Document, LibraryDocument } from '../core/document.ts';
import type { Facts } from '../core/facts.ts';
import type { Finding, Place, Related } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import type { LeftOutFix } from '../core/fix.ts';
import type { OpeningHours } from '../core/opening-hours.ts';
import { PluginFailure } from '../core/plugin-failure.ts';
import type { Range } from '../core/span.ts';
import { firstEndingAfter } from '../core/span.ts';
import { customerName } from '../detectors/customer-name.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import type { CannedReplies } from '../matching/canned-replies.ts';
import type { Matcher } from '../matching/matcher.ts';
import { createMatcher } from '../matching/matcher.ts';
import type { Place as RulePlace } from '../rules/place.ts';
import type { Plan, PlannedRule } from '../rules/plan.ts';
import type { ActiveRule, RuleSettings } from '../rules/rule-settings.ts';
import { activeRules, activeSomewhere } from '../rules/rule-settings.ts';
import { toolsOf } from '../rules/toolbox.ts';
import type { Aim } from './aim.ts';
import { aimsAfter, targetsIn } from './aim.ts';
import { isAdmitted, isExcepted, mayHold } from './exceptions.ts';
import type { Numbering } from './fingerprint.ts';
import { fingerprintsWith } from './fingerprint.ts';
import { fixOf, isFix, touchesSecret } from './fix-of.ts';
import type { PlacedFinding } from './identity.ts';
import { identifying } from './identity.ts';
import { mailConcepts } from './mail-parts.ts';
import { introductionIn } from './names.ts';
import type { SaidAt, SecretFinder } from './secrets.ts';
import { createSecretFinder, maskedBy } from './secrets.ts';
import type { SoughtSets, Trigger } from './sought.ts';
import { setsSought, triggerOf } from './sought.ts';
import type { Thread } from './thread.ts';
import { threadsOf } from './thread.ts';
import { variantsOf } from './variants.ts';

/** What is known of a document beside what it says. */
export interface Circumstances {
  readonly path: string;
  /** The channel where the document names none. */
  readonly channel?: Channel | undefined;
  /** The language where the words tell nothing. */
  readonly language?: string | undefined;
  readonly names: DetectorContext;
  /** Facts of the contact where the document does not tell them. */
  readonly facts?: Facts | undefined;
  /** When somebody is there to answer; waits count only then. */
  readonly hours?: OpeningHours | undefined;
  /** The day of the run, as in 2026-05-03. Rules about days gone by are silent without it. */
  readonly today?: string | undefined;
  /** The canned replies of the team. Rules that compare replies with them are silent without. */
  readonly canned?: CannedReplies | undefined;
  /** The conversation that a draft answers, and its file. */
  readonly context?: { readonly conversation: Conversation; readonly path: string } | undefined;
  /** Findings are to bring their fixes; most runs do without. */
  readonly fixes?: FixesWanted | undefined;
}

export interface FixesWanted {
  /** Is told of each fix that there could be but for an obstacle. */
  leftOut?(fix: LeftOutFix): void;
  /** The most that are looked for in a document; `MOST_FIXES` if absent. */
  readonly most?: number | undefined;
}

/** In a document. Each is tried out on the text around it, which may be a whole file: a chat of 300 KB took minutes. */
const MOST_FIXES = 1000;

/** Runs the work of a rule and learns how long it took. */
export type RuleTimer = <Result>(rule: string, work: () => Result) => Result;

export interface Linter {
  /** The findings in a document, in their total order. */
  check(document: Document, circumstances: Circumstances): readonly Finding[];
}

/**
 * A linter for a plan with the rules that the settings leave on. Work that is the same for all texts is done here.
 * @param timer asked about each rule on each text; costs nothing where there is none
 */
export function createLinter(
  plan: Plan,
  settings: RuleSettings,
  fingerprints = fingerprintsWith(),
  timer?: RuleTimer,
): Linter {
  const runRule = timer === undefined ? namingRule : timedBy(timer);
  const tools = toolsOf(plan);
  const checks: ReadonlyMap<string, Check> = new Map(tools.checks.map((check) => [check.name, check]));
  const chosen = variantsOf(settings, (some): readonly RunningRule[] =>
    activeRules(plan, some).map((rule) => ({
      ...rule,
      trigger: triggerOf(rule),
      run: rule.checks.map(({ check, options }) => ({ check: checks.get(check) as Check, options })),
    })),
  );
  const rules = activeSomewhere(plan, settings);
  const sought = setsSought(rules, maskedBy(plan));
  const matchers = matchersFor(plan, sought);
  const introduction = asksForCustomers(rules, sought, plan) ? introductionIn(plan) : -1;
  const { presets } = settings;
  const concepts = mailConcepts(plan.book);
  const secretFinder = createSecretFinder(plan);
  return {
    check(document, { path, channel, language, names, facts = NO_FACTS, hours, today, canned, context, fixes }) {
      const findings: PlacedFinding[] = [];
      const paths = { path, contextPath: context?.path ?? path, fixes, left: { fixes: fixes?.most ?? MOST_FIXES } };
      const threads = threadsOf(document, {
        matchers,
        mailConcepts: concepts,
        presets,
        channel,
        language,
        names,
        facts,
        hours,
        today,
        canned,
        introduction,
        context: context?.conversation,
      });
      for (const thread of threads) {
        for (const rule of chosen.of(thread))
          if (isFor(rule, thread) && maySpeak(rule.trigger, thread))
            runRule(rule, path, () => addFindings(findings, rule, thread, paths));
      }
      if (document.kind === 'library')
        addLibraryFindings(
          findings,
          chosen.inChannel(channel),
          libraryTarget(document, threads, { presets, channel, today }),
          paths,
          runRule,
        );
      return withoutSecretFixes(
        withoutSecrets(findings, threads, paths, secretFinder, fingerprints.numbering()),
        fixes,
      );
    },
  };
}

const NO_FACTS: Facts = {};

/** Runs a rule; what a plugin does wrong there is told with the rule and the file. */
function namingRule<Value>({ rule }: ActiveRule, path: string, run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw error instanceof PluginFailure ? error.during(rule.id, path) : error;
  }
}

function timedBy(timer: RuleTimer): typeof namingRule {
  return (active, path, run) => namingRule(active, path, () => timer(active.rule.id, run));
}

/** The findings as reports may show them, in their order, with their fingerprints. */
function withoutSecrets(
  findings: readonly PlacedFinding[],
  threads: readonly Thread[],
  { path, contextPath }: Paths,
  finder: SecretFinder,
  fingerprint: Numbering,
): readonly Finding[] {
  if (findings.length === 0) return [];
  // A finding in part of a mail is in a message of its own.
  const messages = new Set([
    ...threads.flatMap((thread) => thread.messages),
    ...findings.flatMap(({ at, related }) => [at.message, ...related.map(({ message }) => message)]),
  ]);
  const secrets = finder.secretsIn(messages, (message) =>
    threads.some((thread) => thread.isLinted(message)) ? path : contextPath,
  );
  const identify = identifying((at) => secrets.wordsAt(at));
  const inOrder = findings
    .map((placed) => {
      const { finding, at, related } = placed;
      return secrets.isEmpty ? placed : { ...placed, finding: secrets.covered(finding, at, related) };
    })
    .sort((a, b) => compareFindings(a.finding, b.finding));
  // Most formats show none, and hashing all costs more than some rules do.
  let known: readonly string[] | undefined;
  const fingerprintOf = (index: number) => {
    known ??= inOrder.map((placed) => fingerprint(identify(placed)));
    return known[index];
  };
  return inOrder.map(({ finding }, index) => ({
    ...finding,
    get fingerprint() {
      return fingerprintOf(index);
    },
  }));
}

/** Whether a rule looks for names of customers; most do not, and then nobody reads what customers say of themselves. */
function asksForCustomers(rules: readonly ActiveRule[], sought: SoughtSets, plan: Plan): boolean {
  const name = `<${customerName.name}>`;
  return (
    rules.some(
      ({ rule, checks }) => rule.needs?.includes('customers') || JSON.stringify(checks).includes(customerName.name),
    ) || [...sought.agent].some((set) => plan.book.sets[set]?.phrases.some(({ words }) => words.includes(name)))
  );
}

function matchersFor(plan: Plan, { agent, customer, bot, system }: SoughtSets): Readonly<Record<Role, Matcher>> {
  const matcher = createMatcher(plan.book, toolsOf(plan).detectors);
  return {
    agent: matcher.narrowedTo(agent),
    customer: matcher.narrowedTo(customer),
    bot: matcher.narrowedTo(bot),
    system: matcher.narrowedTo(system),
  };
}

/** A rule with the mechanisms that it runs. */
interface RunningRule extends ActiveRule {
  readonly trigger: Trigger | undefined;
  readonly run: readonly { readonly check: Check; readonly options: unknown }[];
}

function isFor(active: ActiveRule, thread: Thread): boolean {
  return isMeantFor(active, thread) && !looksAtLibrary(active) && mayHold(active.rule.onlyIf, thread);
}

/** Whether the rule is for this kind of document and channel at all. */
export function isMeantFor({ rule, channels }: ActiveRule, thread: Thread): boolean {
  if (rule.documents !== undefined && !rule.documents.includes(thread.kind)) return false;
  return channels === undefined || channels.includes(thread.channel ?? 'chat');
}

function maySpeak(trigger: Trigger | undefined, thread: Thread): boolean {
  if (trigger === undefined) return true;
  const sets = thread.setsOf(trigger.role);
  return trigger.sets.some((set) => sets.has(set));
}

/** The file of the document, and of the conversation that it answers. */
interface Paths {
  readonly path: string;
  readonly contextPath: string;
  readonly fixes: FixesWanted | undefined;
  /** How many fixes may still be looked for. */
  readonly left: { fixes: number };
}

function addFindings(findings: PlacedFinding[], active: RunningRule, thread: Thread, paths: Paths): void {
  const { rule, occasion } = active;
  const [firstPlace] = rule.places as readonly [RulePlace, ...RulePlace[]];
  /** Whether the rule has said all that it says in the thread. */
  const report = (problems: readonly Problem[], aim: Aim): boolean => {
    const wanted = problems.filter(
      (one) =>
        thread.isLinted(one.message) &&
        isAdmitted(rule.onlyIf, one, aim, thread) &&
        !isExcepted(rule.unless, one, aim, thread),
    );
    const reported = rule.oncePer === undefined ? wanted : wanted.slice(0, 1);
    for (const problem of reported) {
      const found = findingOf(active, problem, aim, thread, paths);
      findings.push(wantsFix(rule, paths) ? withFix(found, active, problem, reported, thread, paths.fixes) : found);
    }
    return reported.length > 0 && rule.oncePer === 'conversation';
  };
  if (occasion !== undefined) {
    for (const aim of aimsAfter(occasion, firstPlace, thread)) {
      const target = sinceKnown(aim.target, rule.needs, thread);
      if (target !== undefined && isForMail(rule, target) && report(problemsIn(target, active), aim)) return;
    }
    return;
  }
  for (const place of rule.places) {
    for (const any of targetsIn(place, thread)) {
      const target = sinceKnown(any, rule.needs, thread);
      if (target === undefined || !isForMail(rule, target)) continue;
      const problems = problemsIn(target, active);
      if (problems.length > 0 && report(problems, { target })) return;
    }
  }
}

/** The messages of a target since the rule's names were known; undefined where there are none. */
function sinceKnown(target: Target, needs: PlannedRule['needs'], thread: Thread): Target | undefined {
  if (needs === undefined) return target;
  const since = Math.max(...needs.map((list) => thread.namesSince(list)));
  const messages = target.messages.filter(({ message }) => message.index >= since);
  if (messages.length === target.messages.length) return target;
  if (messages.length === 0) return undefined;
  const { channel, presets, facts, wait, silence } = target;
  return { messages, channel, presets, facts, wait, silence, language: messages[0]?.language };
}

/** Whether the mail is of all the kinds that the rule is for. */
function isForMail({ mail: kinds }: PlannedRule, { messages: [first] }: Target): boolean {
  return kinds === undefined || kinds.every((kind) => first?.mail?.kinds.has(kind) === true);
}

/** All entries of a library as one target, and the thread of each. */
interface LibraryTarget {
  readonly target: Target;
  readonly threads: ReadonlyMap<ReadMessage, Thread>;
}

function libraryTarget(
  { entries }: LibraryDocument,
  threads: readonly Thread[],
  situation: Omit<Situation, 'language'>,
): LibraryTarget {
  const messages = threads.map((thread) => thread.messages[0] as ReadMessage);
  return {
    target: { ...situation, facts: NO_FACTS, language: undefined, messages, entries },
    threads: new Map(messages.map((message, index) => [message, threads[index] as Thread])),
  };
}

function addLibraryFindings(
  findings: PlacedFinding[],
  rules: readonly RunningRule[],
  { target, threads }: LibraryTarget,
  paths: Paths,
  runRule: typeof namingRule,
): void {
  if (target.messages.length === 0) return;
  for (const active of rules) {
    if (!looksAtLibrary(active)) continue;
    if (active.channels !== undefined && !active.channels.includes(target.channel ?? 'chat')) continue;
    for (const problem of runRule(active, paths.path, () => problemsIn(target, active))) {
      const thread = threads.get(problem.message) as Thread;
      if (isExcepted(active.rule.unless, problem, { target }, thread)) continue;
      findings.push(findingOf(active, problem, { target }, thread, paths));
      if (active.rule.oncePer === 'conversation') break;
    }
  }
}

/** All of a library at once, and none of its entries alone. */
function looksAtLibrary({ rule }: ActiveRule): boolean {
  return rule.places.some(({ unit }) => unit === 'library');
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

function findingOf(
  { rule, severity, isSeveritySet, run }: RunningRule,
  { message, range, data, instead, counterpart, severity: own }: Problem,
  { occasion }: Aim,
  thread: Thread,
  { path, contextPath }: Paths,
): PlacedFinding {
  const { spans, exact, words, messageIndex, role, speaker } = placeOf(message, range, thread);
  const related: Related[] = [];
  const relatedAt: SaidAt[] = [];
  if (counterpart !== undefined) {
    related.push({ ...placeOf(counterpart.message, counterpart.range, thread), why: 'counterpart', path });
    relatedAt.push(counterpart);
  }
  if (occasion !== undefined) {
    relatedAt.push(occasion);
    const isHere = thread.isLinted(occasion.message);
    related.push({
      ...placeOf(occasion.message, occasion.range, thread),
      why: 'occasion',
      path: isHere ? path : contextPath,
    });
  }
  const finding: Finding = {
    rule: rule.id,
    severity: isSeveritySet ? severity : (own ?? severity),
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
  const isAbsence = run.every(({ check }) => check.verb === 'require');
  return { finding, at: { message, range }, related: relatedAt, thread, isAbsence };
}

function wantsFix(rule: PlannedRule, paths: Paths): paths is Paths & { readonly fixes: FixesWanted } {
  return paths.fixes !== undefined && rule.fix !== undefined && paths.left.fixes-- > 0;
}

function withFix(
  placed: PlacedFinding,
  { rule }: ActiveRule,
  { message, range, instead, data }: Problem,
  all: readonly Problem[],
  { names }: Thread,
  { leftOut }: FixesWanted,
): PlacedFinding {
  const limit = data?.['limit'];
  const found = fixOf(rule, {
    message,
    range,
    instead,
    all: all.filter((one) => one.message === message),
    names,
    limit: typeof limit === 'number' ? limit : undefined,
  });
  if (found === undefined) return placed;
  if (isFix(found)) return { ...placed, finding: { ...placed.finding, fix: found } };
  leftOut?.({ path: placed.finding.path, rule: rule.id, ...found });
  return placed;
}

/** A report shows what a fix writes, so a secret is left to people. */
function withoutSecretFixes(findings: readonly Finding[], fixes: FixesWanted | undefined): readonly Finding[] {
  if (fixes === undefined) return findings;
  return findings.map((finding) => {
    if (finding.fix === undefined || !touchesSecret(finding.fix, finding)) return finding;
    fixes.leftOut?.({
      path: finding.path,
      rule: finding.rule,
      safety: finding.fix.safety,
      obstacle: { kind: 'secret' },
    });
    return { ...finding, fix: undefined };
  });
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
