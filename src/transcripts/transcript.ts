import type { Message, Role } from '../core/conversation.ts';
import type { Range } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import { join, slice } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import type { Label } from './label.ts';
import type { Line } from './lines.ts';
import { linesIn } from './lines.ts';
import { namesInHeader, resolveSpeakers } from './speakers.ts';

/** A transcript as it was read. */
export interface Transcript {
  readonly messages: readonly Message[];
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
  /** The line that it begins in. */
  readonly line: Range;
  /** A range for each run of lines. */
  readonly parts: readonly Range[];
}

/** How much a text looks like a transcript, from 0 to 1. */
export function transcriptLikeness(words: string): number {
  const lines = linesIn(words);
  const labels = speakerLabels(lines);
  if (labels.size === 0) return 0;
  const speakers = new Set([...labels.values()].map(({ name, role }) => name ?? role));
  const isMarked = [...labels.values()].some((label) => label.isMarked);
  if (!isMarked) return 0.6;
  const firstWords = lines.find(({ kind }) => kind === 'words');
  // One label below other words is more likely a line of a signature: "客服：400-123-4567".
  return (firstWords !== undefined && labels.has(firstWords)) || speakers.size > 1 ? 0.9 : 0.2;
}

/** Reads a transcript in any notation of `readLabel`; messages may run over several lines. */
export function readTranscript(text: Text, hints: TranscriptHints): Transcript {
  const lines = linesIn(text.words);
  const labels = speakerLabels(lines);
  const spoken = spokenIn(lines, labels);
  const firstLabel = lines.findIndex((line) => labels.has(line));
  const header = lines.slice(0, Math.max(0, firstLabel)).map(({ words }) => words);
  const speakers = resolveSpeakers(
    spoken.map((one) => ({
      ...one,
      words: one.parts.map((part) => text.words.slice(part.start, part.end)).join('\n'),
    })),
    header,
    hints,
  );
  const messages: Message[] = [];
  spoken.forEach((one, index) => {
    const role = speakers.roles[index];
    if (role === undefined) return;
    messages.push({ index: messages.length, role, speaker: one.name, at: one.time, text: textOf(text, one) });
  });
  const content = lines.filter(({ kind }) => kind !== 'blank');
  return {
    messages,
    isCutAtStart: content[0]?.kind === 'cut',
    isCutAtEnd: content.at(-1)?.kind === 'cut',
    guesses: speakers.guesses,
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

/**
 * The labels that name a speaker. A role or a time marks one; a bare name counts where it comes back, or where
 * it stands with a role elsewhere: "Option 1:" in the middle of a message is none.
 */
function speakerLabels(lines: readonly Line[]): ReadonlyMap<Line, Label> {
  const labelled = lines.flatMap((line) => (line.label === undefined ? [] : [[line, line.label] as const]));
  const known = new Set(
    namesInHeader(lines.filter(({ label }) => label === undefined || !label.isMarked).map(({ words }) => words)).keys(),
  );
  const roles = new Set<Role>();
  const times = new Map<string, number>();
  for (const [, { name, role }] of labelled) {
    if (role !== undefined) roles.add(role);
    if (name === undefined) continue;
    if (role !== undefined) known.add(name);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  const bothSidesAreMarked = roles.has('agent') && roles.has('customer');
  const accepted = labelled.filter(([, { name, isMarked }]) => {
    if (isMarked || name === undefined || known.has(name)) return true;
    return !bothSidesAreMarked && (times.get(name) ?? 0) >= 2;
  });
  const isAnyMarked = accepted.some(([, { isMarked }]) => isMarked);
  const names = new Set(accepted.map(([, { name, role }]) => name ?? role));
  return new Map(isAnyMarked || names.size >= 2 ? accepted : []);
}

/** While lines are added to it. */
type OpenSpoken = Omit<Spoken, 'parts'> & { readonly parts: { start: number; end: number }[] };

function spokenIn(lines: readonly Line[], labels: ReadonlyMap<Line, Label>): readonly Spoken[] {
  const spoken: OpenSpoken[] = [];
  let current: OpenSpoken | undefined;
  let time: Time | undefined;
  let isInterrupted = false;
  for (const line of lines) {
    const label = labels.get(line);
    if (label !== undefined) {
      current = { role: label.role, name: label.name, time: label.time ?? time, line: line.range, parts: [] };
      spoken.push(current);
      time = undefined;
      isInterrupted = false;
      const words = trimmedRange(line, label.wordsAt);
      if (words !== undefined) current.parts.push({ ...words });
    } else if (line.kind === 'time') {
      time = line.time;
      isInterrupted = true;
    } else if (
      line.kind === 'event' &&
      current !== undefined &&
      (current.parts.length > 0 || current.role === 'system')
    ) {
      const words = trimmedRange(line, 0);
      spoken.push({
        role: 'system',
        name: undefined,
        time,
        line: line.range,
        parts: words === undefined ? [] : [{ ...words }],
      });
      isInterrupted = true;
    } else if (line.kind === 'words' || line.kind === 'event') {
      const words = trimmedRange(line, 0);
      if (current === undefined || words === undefined) continue;
      const last = current.parts.at(-1);
      if (last !== undefined && !isInterrupted) last.end = words.end;
      else current.parts.push({ ...words });
      isInterrupted = false;
    }
  }
  return spoken;
}

function trimmedRange({ range, words }: Line, from: number): Range | undefined {
  const inside = words.slice(from);
  const start = inside.length - inside.trimStart().length;
  const end = inside.trimEnd().length;
  return start >= end ? undefined : { start: range.start + from + start, end: range.start + from + end };
}
