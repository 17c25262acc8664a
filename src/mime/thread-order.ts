import type { Time } from '../core/time.ts';
import type { MailIds } from './mail-ids.ts';

/** A mail of a thread, as far as its place in it is asked for. */
export interface Threaded {
  readonly ids: MailIds;
  readonly at: Time | undefined;
}

/**
 * The mails of a thread in the order in which they were written: by their dates, but none before one that it answers,
 * whatever the clocks said. A mail that stands twice is read once.
 */
export function inThreadOrder<Item extends Threaded>(mails: readonly Item[]): readonly Item[] {
  const byId = new Map<string, Item>();
  const once = mails.filter((mail) => {
    const { id } = mail.ids;
    if (id === undefined) return true;
    if (byId.has(id)) return false;
    byId.set(id, mail);
    return true;
  });
  const times = new Map<Item, number>();
  const effective = (mail: Item): number => {
    // Answers are followed without recursion: a thread may be long, and a hostile one goes in circles.
    const chain: Item[] = [];
    const seen = new Set<Item>();
    let known = Number.NEGATIVE_INFINITY;
    for (let next: Item | undefined = mail; next !== undefined && !seen.has(next); next = answeredBy(next, byId)) {
      const time = times.get(next);
      if (time !== undefined) {
        known = time;
        break;
      }
      seen.add(next);
      chain.push(next);
    }
    for (const one of chain.reverse()) {
      known = Math.max(known, one.at?.at ?? Number.NEGATIVE_INFINITY);
      times.set(one, known);
    }
    return known;
  };
  const depths = new Map<Item, number>();
  const order = once.map((mail, index) => ({ mail, index, time: effective(mail) }));
  for (const { mail } of order) depths.set(mail, depthOf(mail, byId, depths));
  order.sort(
    (a, b) =>
      compare(a.time, b.time) || (depths.get(a.mail) as number) - (depths.get(b.mail) as number) || a.index - b.index,
  );
  return order.map(({ mail }) => mail);
}

/** The nearest mail that a mail answers and that is there. */
function answeredBy<Item extends Threaded>({ ids }: Item, byId: ReadonlyMap<string, Item>): Item | undefined {
  for (let at = ids.answered.length - 1; at >= 0; at--) {
    const found = byId.get(ids.answered[at] as string);
    if (found !== undefined) return found;
  }
  return undefined;
}

function depthOf<Item extends Threaded>(
  mail: Item,
  byId: ReadonlyMap<string, Item>,
  known: ReadonlyMap<Item, number>,
): number {
  const seen = new Set<Item>();
  let depth = 0;
  for (let next = answeredBy(mail, byId); next !== undefined && !seen.has(next); next = answeredBy(next, byId)) {
    seen.add(next);
    depth++;
    const rest = known.get(next);
    if (rest !== undefined) return depth + rest;
  }
  return depth;
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
