import type { Role } from '../core/conversation.ts';
import { roleOf } from './roles.ts';
import type { Spoken, TranscriptHints, UnknownSpeaker } from './transcript.ts';

/** What is known of the speakers of a transcript after all its lines were seen. */
export interface Speakers {
  /** The role of each thing said; undefined where nothing tells it, or where it is a line of the header. */
  readonly roles: readonly (Role | undefined)[];
  readonly guesses: readonly string[];
  readonly unknown: readonly UnknownSpeaker[];
}

type SpokenWords = Spoken & { readonly words: string };

/**
 * Gives everyone a role: from the label, from the same name elsewhere, from the header ("Ben (Agent)"), from the
 * configured names of agents, else by a guess that says so.
 */
export function resolveSpeakers(
  spoken: readonly SpokenWords[],
  header: readonly string[],
  hints: TranscriptHints,
): Speakers {
  const known = namesInHeader(header);
  const headerLines = headerLabels(spoken, known);
  for (const { role, name } of spoken) if (role !== undefined && name !== undefined) known.set(name, role);
  const names = new Set(spoken.flatMap(({ role, name }) => (role === undefined && name !== undefined ? [name] : [])));
  const guesses: string[] = [];
  for (const name of names) if (!known.has(name) && isAgent(name, hints.agents)) known.set(name, 'agent');
  const unresolved = [...names].filter((name) => !known.has(name));
  if (unresolved.length > 0) guessRoles(unresolved, spoken, known, guesses);
  const unknown = new Map<string, UnknownSpeaker>();
  const roles = spoken.map((one, index) => {
    if (headerLines.has(index)) return undefined;
    const role = one.role ?? (one.name === undefined ? undefined : known.get(one.name));
    if (role === undefined && one.name !== undefined && !unknown.has(one.name))
      unknown.set(one.name, { name: one.name, at: one.line });
    return role;
  });
  return { roles, guesses, unknown: [...unknown.values()] };
}

/** Names that a header ties to a role: "Ben (Agent)", "Agent Ben with Customer Alex", "Agent: Chris". */
export function namesInHeader(lines: readonly string[]): Map<string, Role> {
  const names = new Map<string, Role>();
  for (const line of lines) {
    for (const match of line.matchAll(NAME_THEN_ROLE)) {
      const role = roleOf(match[2] as string);
      if (role !== undefined) names.set(match[1] as string, role);
    }
    for (const match of line.matchAll(ROLE_THEN_NAME)) {
      const role = roleOf(match[1] as string);
      if (role !== undefined && !names.has(match[2] as string)) names.set(match[2] as string, role);
    }
  }
  return names;
}

const NAME_THEN_ROLE = /(\p{L}[\p{L}'’-]*)\s*[(（]\s*(\p{L}+)\s*[)）]/gu;
const ROLE_THEN_NAME = /(?<!\p{L})(agent|customer|client|operator|representative)[:*_\s]+(\p{Lu}[\p{L}'’-]+)/giu;

/** "*Agent:* Chris" above the conversation names a speaker; it is nothing that Chris said. */
function headerLabels(spoken: readonly SpokenWords[], known: Map<string, Role>): ReadonlySet<number> {
  const names = new Set(spoken.map(({ name }) => name));
  const header = new Set<number>();
  for (const [index, { role, name, words }] of spoken.entries()) {
    const named = words.trim();
    if (name !== undefined || role === undefined || !names.has(named)) break;
    known.set(named, role);
    header.add(index);
  }
  return header;
}

function guessRoles(
  unresolved: readonly string[],
  spoken: readonly SpokenWords[],
  known: Map<string, Role>,
  guesses: string[],
): void {
  const present = new Set([...spoken.flatMap(({ role }) => (role === undefined ? [] : [role])), ...known.values()]);
  const [only] = unresolved;
  if (unresolved.length === 1 && only !== undefined && present.has('agent') !== present.has('customer')) {
    const role = present.has('agent') ? 'customer' : 'agent';
    known.set(only, role);
    guesses.push(`“${only}” is taken for the ${role}: nobody else can be.`);
    return;
  }
  const openers = unresolved.filter((name) =>
    spoken.some((one) => one.name === name && SERVICE_OPENING.test(one.words)),
  );
  const [agent] = openers;
  if (openers.length !== 1 || agent === undefined || present.has('agent')) return;
  known.set(agent, 'agent');
  guesses.push(
    `“${agent}” is taken for the agent: the words offer help. Name agents with --agent or in the configuration.`,
  );
  const others = unresolved.filter((name) => name !== agent);
  for (const name of others) known.set(name, 'customer');
  if (others.length > 0) guesses.push(`${others.map((name) => `“${name}”`).join(', ')} taken for the customer.`);
}

/** What only somebody who serves says. */
const SERVICE_OPENING =
  /thank(?:s| you) for (?:calling|contacting|reaching out|choosing)|how (?:can|may|could) i (?:help|assist)|有什么(?:可以|能)帮|有什麼(?:可以|能)幫|为您服务|為您服務|қалай көмектес|көмектесе ала/iu;

function isAgent(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(name, pattern));
}

/** @param pattern a name, where `*` is any run of characters; letter case does not count */
export function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*?')}$`, 'isu').test(name.trim());
}
