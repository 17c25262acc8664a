import type { Message, Role } from '../core/conversation.ts';
import type { Range } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import { guarded, join, slice } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import { introducingLines, namesWithRoles } from './header.ts';
import type { HeaderFacts } from './header-facts.ts';
import { factLines, factsInHeader, namesFact } from './header-facts.ts';
import type { Label } from './label.ts';
import type { Line } from './lines.ts';
import { linesIn } from './lines.ts';
import { transcriptObjection } from './objection.ts';
import { introducedNames, resolveSpeakers } from './speakers.ts';
import { withTimesBehind } from './times.ts';

/** A transcript as it was read. */
export interface Transcript {
  readonly messages: readonly Message[];
  readonly header: HeaderFacts;
  /** A line of dots at the start or end says that the conversation was cut there. */
  readonly isCutAtStart: boolean;
  readonly isCutAtEnd: boolean;
  /** What was guessed, in English. */
  readonly guesses: readonly string[];
  /** Speakers whose role nothing tells; their messages are not in `messages`. */
  readonly unknownSpeakers: readonly UnknownSpeaker[];
}

export interface UnknownSpeaker {
  readonly name: string;
  /** The first line of the speaker, in the words of the text. */
  readonly at: Range;
}

export interface TranscriptHints {
  /** Names of agents; `*` is any run of characters: "客服*". */
  readonly agents: readonly string[];
}

/** Something said, or an event that nobody said, before roles are known. */
export interface Spoken {
  readonly role: Role | undefined;
  readonly name: string | undefined;
  readonly time: Time | undefined;
  readonly until: Time | undefined;
  /** The line that it begins in. */
  readonly line: Range;
  /** A range for each run of lines. */
  readonly parts: readonly Range[];
}

/** How much a text looks like a transcript, from 0 to 1. */
export function transcriptLikeness(words: string): number {
  const lines = linesIn(words);
  const { labels, facts } = labelsIn(lines);
  if (labels.size === 0) return 0;
  const speakers = new Set([...labels.values()].map(({ name, role }) => name ?? role));
  const isMarked = [...labels.values()].some((label) => label.isMarked);
  if (!isMarked) return 0.6;
  const firstWords = lines.find((line) => line.kind === 'words' && !facts.has(line));
  // One label below other words is more likely a line of a signature: "客服：400-123-4567".
  return (firstWords !== undefined && labels.has(firstWords)) || speakers.size > 1 ? 0.9 : 0.2;
}

/** Reads a transcript in any notation of `readLabel`; messages may run over several lines. */
export function readTranscript(text: Text, hints: TranscriptHints): Transcript {
  const lines = linesIn(text.words);
  const { labels, introducing, facts } = labelsIn(lines);
  const header = factsInHeader(facts);
  const spoken = spokenIn(lines, labels);
  const speakers = resolveSpeakers(
    spoken.map((one) => ({
      ...one,
      words: one.parts.map((part) => text.words.slice(part.start, part.end)).join('\n'),
    })),
    rolesInHeader(lines, labels, introducing),
    hints,
  );
  const kept = guarded(text, transcriptObjection(lines, labels));
  const messages: Message[] = [];
  spoken.forEach((one, index) => {
    const role = speakers.roles[index];
    if (role === undefined) return;
    messages.push({
      index: messages.length,
      role,
      speaker: one.name,
      at: one.time,
      until: one.until,
      text: textOf(kept, one),
    });
  });
  const content = lines.filter(({ kind }) => kind !== 'blank');
  const last = content.at(-1);
  const unread = header.unread.map((line) => `The header's “${line}” could not be read, and is passed over.`);
  return {
    messages,
    header,
    isCutAtStart: content[0]?.kind === 'cut',
    // Dots, or a label with nothing behind it.
    isCutAtEnd: last?.kind === 'cut' || (last !== undefined && labels.get(last)?.wordsAt === last.words.length),
    guesses: [...speakers.guesses, ...unread],
    unknownSpeakers: speakers.unknown,
  };
}

function textOf(text: Text, { parts, line }: Spoken): Text {
  const [first] = parts;
  if (first === undefined) return slice(text, { start: line.end, end: line.end });
  return join(
    parts.map((part) => slice(text, part)),
    '\n',
  );
}

function rolesInHeader(
  lines: readonly Line[],
  labels: ReadonlyMap<Line, Label>,
  introducing: ReadonlyMap<Line, string>,
): ReadonlyMap<string, Role> {
  const first = lines.findIndex((line) => labels.has(line));
  const names = namesWithRoles(lines.slice(0, Math.max(0, first)).map(({ words }) => words));
  for (const [{ label }, name] of introducing) if (label?.role !== undefined) names.set(name, label.role);
  return names;
}

interface Labels {
  readonly labels: ReadonlyMap<Line, Label>;
  /** Lines above the conversation that name a speaker. */
  readonly introducing: ReadonlyMap<Line, string>;
  /** Lines above the conversation that say something of it: "Direction: outbound". */
  readonly facts: ReadonlySet<Line>;
}

/**
 * The labels that name a speaker. A role or a time marks one; a bare name counts where it comes back, or where
 * it stands with a role elsewhere: "Option 1:" in the middle of a message is none.
 */
function labelsIn(lines: readonly Line[]): Labels {
  const { introducing, facts, labelled, times } = headerOf(lines);
  const known = new Set([
    ...introducing.values(),
    ...namesWithRoles(
      lines.filter((line) => !line.label?.isMarked && !facts.has(line)).map(({ words }) => words),
    ).keys(),
  ]);
  const roles = new Set<Role>();
  for (const [line, { name, role, wordsAt }] of labelled) {
    if (role === undefined || introducing.has(line)) continue;
    roles.add(role);
    const named = name === undefined ? introducedNames(line.words.slice(wordsAt), times) : [name];
    for (const one of named) known.add(one);
  }
  const bothSidesAreMarked = roles.has('agent') && roles.has('customer');
  const accepted = labelled.filter(([line, { name, isMarked, isEmphasised }]) => {
    if (introducing.has(line)) return false;
    if (isMarked || name === undefined || known.has(name)) return true;
    return (isEmphasised || !bothSidesAreMarked) && (times.get(name) ?? 0) >= 2;
  });
  const isAnyMarked = introducing.size > 0 || accepted.some(([, { isMarked }]) => isMarked);
  const names = new Set(accepted.map(([, { name, role }]) => name ?? role));
  return { labels: withTimesBehind(isAnyMarked || names.size >= 2 ? accepted : []), introducing, facts };
}

/** The lines of the header, and what may be a label below it. */
function headerOf(lines: readonly Line[]) {
  const others = lines.filter((line, index) => index >= LONGEST_HEADER || !namesFact(line));
  const introducing = introducingLines(others, new Set(others.flatMap(({ label }) => label?.name ?? [])));
  const facts = factLines(lines.slice(0, LONGEST_HEADER), new Set(introducing.keys()));
  const labelled = lines.flatMap((line) =>
    line.label === undefined || facts.has(line) ? [] : [[line, line.label] as const],
  );
  const times = new Map<string, number>();
  for (const [, { name }] of labelled) if (name !== undefined) times.set(name, (times.get(name) ?? 0) + 1);
  return { introducing, facts, times, labelled };
}

/** Lines; what stands further down is not looked at for facts. */
const LONGEST_HEADER = 60;

function spokenIn(lines: readonly Line[], labels: ReadonlyMap<Line, Label>): readonly Spoken[] {
  const conversation = new Conversation();
  for (const line of lines) {
    const label = labels.get(line);
    if (label !== undefined) conversation.begin(line, label);
    else if (line.kind === 'time') conversation.pass(line.time);
    else if (line.kind === 'end') conversation.end(line);
    else if (line.kind === 'event') conversation.interrupt(line);
    else if (line.kind === 'words') conversation.goOn(line);
  }
  return conversation.spoken();
}

/** While lines are added to it. */
type OpenSpoken = Omit<Spoken, 'parts'> & { readonly parts: { start: number; end: number }[] };

/** What was said, line by line. */
class Conversation {
  readonly #said: OpenSpoken[] = [];
  #current: OpenSpoken | undefined;
  /** A time that stood alone, for whoever speaks next. */
  #time: Time | undefined;
  #isInterrupted = false;

  begin(line: Line, { role, name, time, until, wordsAt }: Label): void {
    const silent = this.#dropSilent(role, name);
    this.#current = {
      role: role ?? silent?.role,
      name: name ?? silent?.name,
      time: time ?? this.#time ?? silent?.time,
      until: until ?? silent?.until,
      line: line.range,
      parts: [],
    };
    this.#said.push(this.#current);
    this.#time = undefined;
    this.#isInterrupted = false;
    const words = trimmedRange(line, wordsAt);
    if (words !== undefined) this.#current.parts.push({ ...words });
  }

  pass(time: Time | undefined): void {
    this.#time = time;
    this.#isInterrupted = true;
  }

  /** A stage direction between what was said; before anything was said it is a title, and after a label it is words. */
  interrupt(line: Line): void {
    if (this.#current === undefined) return;
    if (this.#current.parts.length === 0 && this.#current.role !== 'system') this.goOn(line);
    else this.#note(line);
  }

  /** What stands below the end of a conversation was said by nobody in it. */
  end(line: Line): void {
    if (this.#current !== undefined) this.#note(line);
    this.#current = undefined;
  }

  goOn(line: Line): void {
    const words = trimmedRange(line, 0);
    if (this.#current === undefined || words === undefined) return;
    const last = this.#current.parts.at(-1);
    if (last !== undefined && !this.#isInterrupted) last.end = words.end;
    else this.#current.parts.push({ ...words });
    this.#isInterrupted = false;
  }

  /** Who is named and says nothing was cut off, unless the time shows that something was said. */
  spoken(): readonly Spoken[] {
    return this.#said.filter(({ parts, time }) => parts.length > 0 || time !== undefined);
  }

  #note(line: Line): void {
    const words = trimmedRange(line, 0);
    this.#said.push({
      role: 'system',
      name: undefined,
      time: this.#time,
      until: undefined,
      line: line.range,
      parts: words === undefined ? [] : [{ ...words }],
    });
    this.#isInterrupted = true;
  }

  /** `_Agent Chris_` above `**Chris:** …` is the same label again. */
  #dropSilent(role: Role | undefined, name: string | undefined): OpenSpoken | undefined {
    const last = this.#said.at(-1);
    if (last === undefined || last.parts.length > 0) return undefined;
    const isSame = last.name === undefined || name === undefined ? last.role === role : last.name === name;
    return isSame ? this.#said.pop() : undefined;
  }
}

function trimmedRange({ range, words }: Line, from: number): Range | undefined {
  const inside = words.slice(from);
  const start = inside.length - inside.trimStart().length;
  const end = inside.trimEnd().length;
  return start >= end ? undefined : { start: range.start + from + start, end: range.start + from + end };
}
