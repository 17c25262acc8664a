import type { Channel } from '../core/conversation.ts';
import type { CallEvent, FactName, Facts, FactValue } from '../core/facts.ts';
import { channelNamed, factNamed, namesChannel, readFact } from '../core/read-fact.ts';
import type { Line } from './lines.ts';
import { parseStretch } from './stretch.ts';

/** What the header of a transcript says of the contact. */
export interface HeaderFacts {
  readonly channel: Channel | undefined;
  readonly facts: Facts | undefined;
  readonly events: readonly CallEvent[] | undefined;
  /** Lines whose value could not be read, as they are written. */
  readonly unread: readonly string[];
}

/**
 * The lines above the conversation that name a fact or the channel: "Direction: outbound", 渠道：电话, Арна: телефон.
 * Whether a line is one shows in its key alone, whatever is behind it. They end where a message begins.
 * @param introducing lines such as "Agent: Chris", which name a speaker and may stand between them
 */
export function factLines(lines: readonly Line[], introducing: ReadonlySet<Line>): ReadonlySet<Line> {
  const found = new Set<Line>();
  for (const line of lines) {
    if (namesFact(line)) found.add(line);
    else if (line.label !== undefined && !introducing.has(line)) break;
  }
  return found;
}

/** Whether the line would name a fact if it stood above the conversation. */
export function namesFact({ kind, words }: Line): boolean {
  return kind === 'words' && keyIn(words) !== undefined;
}

export function factsInHeader(lines: Iterable<Line>): HeaderFacts {
  let channel: Channel | undefined;
  const facts: Partial<Record<FactName, FactValue>> = {};
  const events: CallEvent[] = [];
  const unread: string[] = [];
  for (const { words } of lines) {
    const entry = keyIn(words);
    if (entry === undefined || entry.value === '') continue;
    if (entry.key === 'channel') {
      const named = channelNamed(entry.value);
      if (named === undefined) unread.push(words.trim());
      channel ??= named;
      continue;
    }
    const listed = entry.key === 'holds' || entry.key === 'transfers' ? eventsIn(entry.key, entry.value) : undefined;
    const value = listed === undefined ? readFact(entry.key, entry.value) : undefined;
    if (listed !== undefined) events.push(...listed);
    else if (value === undefined) unread.push(words.trim());
    else facts[entry.key] ??= value;
  }
  return {
    channel,
    facts: Object.keys(facts).length === 0 ? undefined : (facts as Facts),
    events: events.length === 0 ? undefined : events,
    unread,
  };
}

interface HeaderEntry {
  readonly key: FactName | 'channel';
  readonly value: string;
}

/** `Rings: 4`, `**Direction:** outbound`, `- 渠道：电话`, `| Арна: телефон`. */
function keyIn(words: string): HeaderEntry | undefined {
  const match = ENTRY.exec(words.slice(0, LONGEST));
  const name = match?.groups?.['key']?.trim() ?? '';
  const key = namesChannel(name) ? 'channel' : factNamed(name);
  if (key === undefined) return undefined;
  return { key, value: words.slice(match?.[0].length ?? 0).replace(/^[*_\s]+|[*_\s]+$/g, '') };
}

const ENTRY = /^[\s\u200e\u200f\ufeff>|*_-]*(?<key>[\p{L}][\p{L}\p{M} _'’-]{0,50}?)\s*[*_]*\s*[:：][*_]*/u;
const LONGEST = 120;

/** "00:00:10-00:01:25, 00:02:00-00:02:40" are holds, "stock, finance" transfers; a number alone is neither. */
function eventsIn(kind: 'holds' | 'transfers', value: string): readonly CallEvent[] | undefined {
  if (/^\d+\s*\p{L}{0,10}$/u.test(value)) return undefined;
  const parts = value
    .split(kind === 'holds' ? /[,，、;；]/ : /[,，、;；]|->|→|>/)
    .slice(0, MOST_EVENTS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (kind === 'transfers') return parts.map((to) => ({ kind: 'transfer', to }));
  const holds = parts.map(parseStretch);
  return holds.some((hold) => hold === undefined)
    ? undefined
    : holds.map((hold) => ({ kind: 'hold', start: hold?.time, end: hold?.until }));
}

const MOST_EVENTS = 100;
