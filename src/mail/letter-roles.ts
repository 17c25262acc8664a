import type { Role } from '../core/conversation.ts';
import type { Correspondent } from './correspondents.ts';
import { companyDomain } from './correspondents.ts';

/** A mail of a thread, as far as it tells who is who. */
export interface Letter {
  readonly from: Correspondent;
  /** Addresses. */
  readonly to: readonly string[];
  /** It answers a mail, be that here or not. */
  readonly answers: boolean;
  readonly isBulk: boolean;
  /** Of programs. */
  readonly role: Role | undefined;
}

export interface Roles {
  readonly roles: readonly Role[];
  /** In English, for `replylint parse`. */
  readonly guesses: readonly string[];
}

/** In how many threads an address answers what others began: a desk answers in many. */
export type DeskScores = ReadonlyMap<string, number>;

export function deskScores(threads: readonly (readonly Letter[])[]): DeskScores {
  const scores = new Map<string, number>();
  for (const letters of threads) {
    const [opening] = letters;
    if (opening === undefined) continue;
    const answering = new Set(letters.filter(({ answers, role }) => answers && role === undefined).map(keyOf));
    if (!opening.answers) answering.delete(keyOf(opening));
    for (const key of answering) scores.set(key, (scores.get(key) ?? 0) + 1);
  }
  return scores;
}

/**
 * Who the agents of a thread are, where nobody has told: who answers in several threads; else who answers at all, since
 * customers write first. Undefined where a mail stands alone and nothing shows who sent it.
 */
export function guessRoles(letters: readonly Letter[], desks: DeskScores): Roles | undefined {
  const people = letters.filter(({ role }) => role === undefined);
  const [opening] = people;
  if (opening === undefined) return { roles: letters.map(({ role }) => role as Role), guesses: [] };
  const senders = new Map(people.map((letter) => [keyOf(letter), letter] as const));
  const scoreOf = (key: string) => desks.get(key) ?? 0;
  const [desk] = [...senders.keys()].sort((a, b) => scoreOf(b) - scoreOf(a)) as [string];
  const give = (isAgent: (letter: Letter) => boolean, guess: string): Roles => ({
    roles: letters.map((letter) => letter.role ?? (isAgent(letter) ? 'agent' : 'customer')),
    guesses: [guess],
  });
  const isWith = (letter: Letter, other: Letter) => {
    const domain = companyDomain(other.from.address);
    // Where everybody writes from one company, it tells nobody apart.
    const isTelling = domain !== undefined && people.some(({ from }) => companyDomain(from.address) !== domain);
    return keyOf(letter) === keyOf(other) || (isTelling && companyDomain(letter.from.address) === domain);
  };
  const name = (letter: Letter) => `“${letter.from.shown}”`;
  if (scoreOf(desk) >= SEVERAL && scoreOf(desk) > scoreOf(otherThan(desk, senders, scoreOf))) {
    const agent = senders.get(desk) as Letter;
    return give(
      (letter) => isWith(letter, agent),
      `${name(agent)} is taken for the agent, who answers in several threads. ${HOW}`,
    );
  }
  if (senders.size > 1) {
    return opening.answers
      ? give(
          (letter) => isWith(letter, opening),
          `${name(opening)} is taken for the agent: the first mail is an answer. ${HOW}`,
        )
      : give(
          (letter) => !isWith(letter, opening),
          `${name(opening)} is taken for the customer, who writes first. ${HOW}`,
        );
  }
  if (opening.to.some((address) => scoreOf(address) >= SEVERAL))
    return give(
      () => false,
      `${name(opening)} is taken for the customer, who writes to where others are answered. ${HOW}`,
    );
  if (opening.answers)
    return give(() => true, `${name(opening)} is taken for the agent: the mail is an answer. ${HOW}`);
  if (opening.isBulk) return give(() => true, `${name(opening)} is taken for the agent: the mail goes to many. ${HOW}`);
  return undefined;
}

const SEVERAL = 2;
const HOW = 'Name agents with --agent: names, addresses or domains.';

/** The address, or the name of whoever has none. */
function keyOf({ from }: Letter): string {
  return from.address ?? from.shown;
}

function otherThan(desk: string, senders: ReadonlyMap<string, Letter>, scoreOf: (key: string) => number): string {
  const agent = companyDomain(desk);
  const others = [...senders.keys()].filter(
    (key) => key !== desk && (agent === undefined || companyDomain(key) !== agent),
  );
  return others.sort((a, b) => scoreOf(b) - scoreOf(a))[0] ?? '';
}
