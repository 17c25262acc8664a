import type { Document } from '../core/document.ts';
import type { Need, Needed } from '../core/document-need.ts';
import type { FactName, MessageFactName } from '../core/facts.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import { createMatcher } from '../matching/matcher.ts';
import { needsOf } from '../rules/needs.ts';
import type { Plan } from '../rules/plan.ts';
import type { ActiveRule } from '../rules/rule-settings.ts';
import { toolsOf } from '../rules/toolbox.ts';
import type { Circumstances } from './linter.ts';
import { isMeantFor } from './linter.ts';
import { mailConcepts } from './mail-parts.ts';
import { introductionIn } from './names.ts';
import type { Thread } from './thread.ts';
import { threadsOf } from './thread.ts';

/** What became of a rule in one conversation, draft or entry. */
export type Coverage =
  | { readonly kind: 'runs' }
  /** It is for other channels or kinds of document. */
  | { readonly kind: 'other' }
  /** It is silent, because this is not known. */
  | { readonly kind: 'lacks'; readonly needs: readonly Needed[] };

/** What became of each rule in each conversation, draft or entry of a document. */
export function* coverageIn(
  document: Document,
  { channel, language, names, facts = {}, hours, today, canned, context }: Circumstances,
  plan: Plan,
  active: readonly ActiveRule[],
): Generator<ReadonlyMap<string, Coverage>> {
  const matcher = createMatcher(plan.book, toolsOf(plan).detectors);
  const settings = {
    matchers: { agent: matcher, customer: matcher, bot: matcher, system: matcher },
    mailConcepts: mailConcepts(plan.book),
    presets: [],
    channel,
    language,
    names,
    facts,
    hours,
    today,
    canned,
    introduction: introductionIn(plan),
    context: context?.conversation,
  };
  for (const thread of threadsOf(document, settings))
    yield new Map(active.map((rule) => [rule.rule.id, coverageOf(rule, thread, names, plan)]));
}

function coverageOf(active: ActiveRule, thread: Thread, names: DetectorContext, plan: Plan): Coverage {
  if (!isMeantFor(active, thread)) return { kind: 'other' };
  const needs = needsOf(active, toolsOf(plan)).filter(
    (needed) => ![needed].flat().some((one) => isKnown(one, thread, names)),
  );
  return needs.length === 0 ? { kind: 'runs' } : { kind: 'lacks', needs };
}

function isKnown(need: Need, thread: Thread, names: DetectorContext): boolean {
  switch (need) {
    case 'times':
      return thread.messages.filter(({ message }) => message.at !== undefined).length > 1;
    case 'end times':
      return thread.messages.some(({ message }) => message.until !== undefined);
    case 'start':
      return thread.start === 'known';
    case 'end':
      return thread.end === 'known';
    case 'customer':
      return thread.messages.some(({ message }) => message.role === 'customer');
    case 'mail headers':
      return thread.messages.some(({ message }) => Object.keys(message.mail?.headers ?? {}).length > 0);
    case 'agent names':
      return names.agents.length > 0 || thread.messages.some(({ message }) => message.speaker !== undefined);
    case 'company names':
      return names.companies.length > 0;
    case 'customer names':
      return thread.namesSince('customers') < Number.POSITIVE_INFINITY;
    default:
      return (
        thread.facts[need as FactName] !== undefined ||
        thread.messages.some(({ facts }) => facts[need as MessageFactName] !== undefined)
      );
  }
}
