import { refusal } from '../core/edit.ts';
import type { Range } from '../core/span.ts';
import type { Objection, Text } from '../core/text.ts';
import { guarded, join, slice } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import { HOUR, MINUTE, SECOND } from '../core/time.ts';
import { readLabel } from './label.ts';
import { roleAndName } from './roles.ts';
import type { Utterance } from './utterances.ts';

/** One caption of a recording as it is written; WebVTT and SRT differ in little more than a comma and the tags. */
interface Cue {
  /** From its number or times to the end of its last line. */
  readonly lines: Range;
  readonly start: number;
  readonly end: number;
  readonly speaker: string | undefined;
  /** The words, between tags and entities. */
  readonly parts: readonly Part[];
}

interface Part {
  readonly range: Range;
  /** What an entity stands for. */
  readonly entity?: string | undefined;
}

/** What was said, the captions of one turn put together. @param isVtt with the tags and entities of WebVTT */
export function utterancesOf(text: Text, isVtt: boolean): readonly Utterance[] {
  return turnsOf(cuesIn(text.words, isVtt), text.words).map((cues, index): Utterance => {
    const first = cues[0] as Cue;
    const last = cues.at(-1) as Cue;
    const kept = guarded(text, turnObjection(text.words, cues, isVtt));
    const named = first.speaker === undefined ? undefined : roleAndName(first.speaker);
    return {
      index,
      role: named?.role,
      speaker: named === undefined ? first.speaker : named.name,
      at: timeAt(first.start),
      until: timeAt(last.end),
      text: join(
        cues.map(({ parts }) =>
          join(
            parts.map((part) => partText(kept, part)),
            '',
          ),
        ),
        '\n',
      ),
    };
  });
}

/** Whether captions stand in a text. */
export function hasCues(words: string): boolean {
  return TIMES_ANYWHERE.test(words);
}

const CLOCK = '(?:(\\d{1,3}):)?([0-5]?\\d):([0-5]\\d)[.,](\\d{1,3})';
const TIMES = new RegExp(`^[ \\t]*${CLOCK}[ \\t]*-->[ \\t]*${CLOCK}(?:[ \\t].*)?$`);
const TIMES_ANYWHERE = new RegExp(`^[ \\t]*${CLOCK}[ \\t]*-->[ \\t]*${CLOCK}`, 'm');

/** From the beginning of the recording. */
function timeAt(at: number): Time {
  return { basis: 'clock', at, precision: 1 };
}

function partText(text: Text, { range, entity }: Part): Text {
  if (entity === undefined) return slice(text, range);
  return {
    words: entity,
    locate({ start, end }) {
      if (start < end) return text.locate(range);
      const at = start === 0 ? range.start : range.end;
      return text.locate({ start: at, end: at });
    },
    edit: () => refusal('the words are written as an entity'),
  };
}

/** Captions break a sentence where the line is full; a turn goes on while nobody else speaks and nothing ends. */
function turnsOf(cues: readonly Cue[], words: string): readonly (readonly Cue[])[] {
  const turns: Cue[][] = [];
  for (const cue of cues) {
    const turn = turns.at(-1);
    const last = turn?.at(-1);
    if (turn !== undefined && last !== undefined && goesOn(last, cue, words)) turn.push(cue);
    else turns.push([cue]);
  }
  return turns;
}

function goesOn(last: Cue, cue: Cue, words: string): boolean {
  if (last.speaker !== cue.speaker || cue.start < last.end || cue.start - last.end > SECOND) return false;
  const end = last.parts.at(-1)?.range;
  return end !== undefined && !/[.?!…。？！~～]["”’」』)）]*$/.test(words.slice(end.start, end.end));
}

/** Refuses words that would make the captions of a turn read otherwise. */
function turnObjection(words: string, cues: readonly Cue[], isVtt: boolean): Objection {
  const lines = { start: cues[0]?.lines.start ?? 0, end: cues.at(-1)?.lines.end ?? 0 };
  const speaker = cues[0]?.speaker;
  const read = (written: string): { frame: string; words: string } => {
    const found = cuesIn(written, isVtt, speaker);
    const turns = turnsOf(found, written).map((turn) =>
      turn.map(({ parts }) => parts.map((part) => part.entity ?? sliceOf(written, part.range)).join('')),
    );
    return {
      frame: JSON.stringify([found.map((cue) => [cue.start, cue.end, cue.speaker]), turns.map((turn) => turn.length)]),
      words: turns.flat().join('\n'),
    };
  };
  return ({ start, end }, replacement) => {
    if (/[\r\n]/.test(replacement)) return 'a line break would end the caption';
    const before = read(words.slice(lines.start, lines.end));
    const after = read(words.slice(lines.start, start) + replacement + words.slice(end, lines.end));
    if (before.frame !== after.frame) return 'the words would be read as something else than a caption';
    return isReplaced(before.words, after.words, words.slice(start, end), replacement)
      ? undefined
      : 'the words would not be read as they are';
  };
}

/** Whether two texts differ in one place, by the words that were replaced. */
function isReplaced(before: string, after: string, was: string, is: string): boolean {
  for (let at = before.indexOf(was); at >= 0 && at <= before.length - was.length; at = before.indexOf(was, at + 1)) {
    if (before.slice(0, at) + is + before.slice(at + was.length) === after) return true;
    if (at === before.length) break;
  }
  return false;
}

function sliceOf(words: string, { start, end }: Range): string {
  return words.slice(start, end);
}

/** @param speaker who speaks as long as no label says otherwise */
function cuesIn(words: string, isVtt: boolean, speaker?: string): readonly Cue[] {
  const cues: Cue[] = [];
  let current = speaker;
  let before: Range | undefined;
  for (let at = 0; at < words.length; ) {
    const line = lineAt(words, at);
    const times = line.end - line.start > LONGEST_TIMES ? null : TIMES.exec(sliceOf(words, line));
    if (times === null) {
      before = line;
      at = line.end + 1;
      continue;
    }
    const body = bodyFrom(words, line.end + 1);
    const isNumbered = before !== undefined && before.end > before.start;
    const label = labelIn(words, body, isVtt);
    current = label.speaker ?? current;
    cues.push({
      lines: { start: isNumbered ? (before as Range).start : line.start, end: body.end },
      start: offsetOf(times.slice(1, 5)),
      end: offsetOf(times.slice(5, 9)),
      speaker: current,
      parts: partsOf(words, { start: label.wordsAt, end: body.end }, isVtt),
    });
    before = undefined;
    at = Math.max(body.end, line.end) + 1;
  }
  return cues.filter(({ parts }) => parts.length > 0);
}

/** Times with their settings take no more. */
const LONGEST_TIMES = 300;

function lineAt(words: string, start: number): Range {
  const feed = words.indexOf('\n', start);
  return { start, end: feed < 0 ? words.length : feed };
}

/** The lines up to a blank one, or to the times of a cue that follows without one. */
function bodyFrom(words: string, from: number): Range {
  const start = Math.min(from, words.length);
  let end = start;
  for (let at = start; at < words.length; ) {
    const line = lineAt(words, at);
    const written = sliceOf(words, line);
    if (written.trim() === '' || (written.length <= LONGEST_TIMES && TIMES.test(written))) break;
    end = line.end;
    at = line.end + 1;
  }
  return { start, end };
}

function offsetOf([hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (
  | string
  | undefined
)[]): number {
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + Number(fraction.padEnd(3, '0'));
}

interface FoundLabel {
  readonly speaker: string | undefined;
  readonly wordsAt: number;
}

/** Who speaks: `<v Agent>`, `[Agent]`, `Agent:`, `- Agent Ben:`. */
function labelIn(words: string, body: Range, isVtt: boolean): FoundLabel {
  const said = sliceOf(words, { start: body.start, end: Math.min(body.end, body.start + LONGEST_LABEL) });
  const voice = isVtt ? /^\s*(?:<[bciu](?:\.[^<>\n]*)?>)*<v(?:\.[^\s<>]*)?[ \t]+([^<>\n]{1,80})>/.exec(said) : null;
  if (voice !== null) return { speaker: (voice[1] as string).trim(), wordsAt: body.start + voice[0].length };
  const bracketed = /^\s*[[【]([^\]】\n]{1,40})[\]】][:：]?[ \t]*/.exec(said);
  if (bracketed !== null && roleAndName(bracketed[1] as string) !== undefined)
    return { speaker: bracketed[1], wordsAt: body.start + bracketed[0].length };
  const lead = /^\s*(?:>>|-)?[ \t]*/.exec(said)?.[0].length ?? 0;
  const line = said.slice(lead).split('\n', 1)[0] as string;
  const label = readLabel(line);
  // Among captions, a name before a colon is hardly anything else.
  const isNamed =
    /^(?:\p{Lu}[\p{L}'’.-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}'’.-]*){0,2}|\p{Script=Han}{1,6}\p{N}{0,6})[:：]/u.test(line);
  if (label === undefined || (label.role === undefined && !isNamed)) return { speaker: undefined, wordsAt: body.start };
  return { speaker: line.slice(0, line.search(/[:：]/)).trim(), wordsAt: body.start + lead + label.wordsAt };
}

const LONGEST_LABEL = 300;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

const VTT_MARKS = /<[^<>\n]*>|&(?:amp|lt|gt|nbsp|lrm|rlm);/g;
/** SRT has no tags of its own, but players know these. */
const SRT_MARKS = /<\/?(?:[biu]|font)(?:[ =][^<>\n]*)?>|\{\\[^{}\n]*\}/gi;

/** The words between tags, white space around all of them left out. */
function partsOf(words: string, range: Range, isVtt: boolean): readonly Part[] {
  const parts: Part[] = [];
  let from = range.start;
  for (const mark of sliceOf(words, range).matchAll(isVtt ? VTT_MARKS : SRT_MARKS)) {
    const at = range.start + mark.index;
    if (from < at) parts.push({ range: { start: from, end: at } });
    from = at + mark[0].length;
    const entity = ENTITIES[mark[0]];
    if (entity !== undefined) parts.push({ range: { start: at, end: from }, entity });
  }
  if (from < range.end) parts.push({ range: { start: from, end: range.end } });
  return withoutEdges(parts, words);
}

function withoutEdges(parts: readonly Part[], words: string): readonly Part[] {
  const isBlank = ({ range, entity }: Part) => entity === undefined && sliceOf(words, range).trim() === '';
  const kept = parts.slice(
    parts.findIndex((part) => !isBlank(part)),
    parts.findLastIndex((part) => !isBlank(part)) + 1,
  );
  const first = kept[0];
  if (first !== undefined && first.entity === undefined) {
    const { length } = sliceOf(words, first.range).trimStart();
    kept[0] = { range: { start: first.range.end - length, end: first.range.end } };
  }
  const last = kept.at(-1);
  if (last !== undefined && last.entity === undefined) {
    const { length } = sliceOf(words, last.range).trimEnd();
    kept[kept.length - 1] = { range: { start: last.range.start, end: last.range.start + length } };
  }
  return kept;
}
