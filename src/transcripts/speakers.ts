import type { Role } from '../core/conversation.ts';
import type { Spoken, TranscriptHints, UnknownSpeaker } from './transcript.ts';

/** What is known of the speakers of a transcript after all its lines were seen. */
export interface Speakers {
  /** The role of each thing said; undefined where nothing tells it. */
  readonly roles: readonly (Role | undefined)[];
  readonly guesses: readonly string[];
  readonly unknown: readonly UnknownSpeaker[];
}

type SpokenWords = Spoken & { readonly words: string };

/**
 * Gives everyone a role: from the label, from the same name elsewhere, from the header, from the configured names of
 * agents, from how they introduce themselves, else by a guess that says so.
 * @param header names that stand with a role above the conversation
 */
export function resolveSpeakers(
  spoken: readonly SpokenWords[],
  header: ReadonlyMap<string, Role>,
  hints: TranscriptHints,
): Speakers {
  const known = new Map(header);
  for (const { role, name } of spoken) if (role !== undefined && name !== undefined) known.set(name, role);
  const names = new Set(spoken.flatMap(({ role, name }) => (role === undefined && name !== undefined ? [name] : [])));
  const guesses: string[] = [];
  for (const name of names) if (!known.has(name) && isAgent(name, hints.agents)) known.set(name, 'agent');
  const unresolved = () => [...names].filter((name) => !known.has(name));
  if (unresolved().length > 0) believeIntroductions(new Set(unresolved()), spoken, known);
  if (unresolved().length > 0) guessRoles(unresolved(), spoken, known, guesses);
  const unknown = new Map<string, UnknownSpeaker>();
  const roles = spoken.map((one) => {
    const role = one.role ?? (one.name === undefined ? undefined : known.get(one.name));
    if (role === undefined && one.name !== undefined && !unknown.has(one.name))
      unknown.set(one.name, { name: one.name, at: one.line });
    return role;
  });
  return { roles, guesses, unknown: [...unknown.values()] };
}

/** "Agent: My name is Ben." tells who "Ben:" is. */
function believeIntroductions(
  unresolved: ReadonlySet<string>,
  spoken: readonly SpokenWords[],
  known: Map<string, Role>,
): void {
  for (const { role, name, words } of spoken) {
    if (role === undefined || role === 'system' || name !== undefined) continue;
    for (const introduced of introducedNames(words, unresolved))
      if (!known.has(introduced)) known.set(introduced, role);
  }
}

/** Those of the names by which somebody introduces themselves. */
export function introducedNames(words: string, names: { has(name: string): boolean }): readonly string[] {
  return [...words.matchAll(INTRODUCTION)].flatMap((match) => {
    const rest = words.slice(match.index + match[0].length, match.index + match[0].length + LONGEST_NAME);
    // In Han, nothing shows where a name ends.
    const [word] = /^\p{L}[\p{L}'’-]*/u.exec(rest) ?? [''];
    const candidates = /^\p{Script=Han}/u.test(word) ? Array.from(word, (_, at) => word.slice(0, at + 1)) : [word];
    return candidates.filter((candidate) => names.has(candidate)).slice(-1);
  });
}

const INTRODUCTION = /(?:\bmy name is|\bthis is|\bi am|\bi['’]m|我是|我叫|менің атым)[ \t]*/giu;
const LONGEST_NAME = 20;

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
  const offering = new Set(spoken.filter(({ words }) => offersService(words)).map(({ name }) => name));
  const openers = unresolved.filter((name) => offering.has(name));
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
export function offersService(words: string): boolean {
  return SERVICE_OPENING.test(words);
}

const SERVICE_OPENING =
  /thank(?:s| you) for (?:calling|contacting|reaching out|choosing)|how (?:can|may|could) i (?:help|assist)|有什么(?:可以|能)帮|有什麼(?:可以|能)幫|为您服务|為您服務|қалай көмектес|көмектесе ала/iu;

function isAgent(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchesPattern(name, pattern));
}

/** @param pattern a name, where `*` is any run of characters; letter case does not count */
export function matchesPattern(name: string, pattern: string): boolean {
  const wanted = name.trim().toLowerCase();
  const pieces = pattern.toLowerCase().split('*');
  const first = pieces.shift() as string;
  const last = pieces.pop();
  if (last === undefined) return wanted === first;
  if (!wanted.startsWith(first) || !wanted.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = wanted.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at + last.length <= wanted.length;
}
