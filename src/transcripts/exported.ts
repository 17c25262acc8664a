import type { Conversation } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { InputProblem, ReadResult } from '../core/input.ts';
import type { Range } from '../core/span.ts';
import type { Objection, Text } from '../core/text.ts';
import { guarded, slice } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import { roleAndName, shopAccount } from './roles.ts';
import type { Utterance, UtteranceHints } from './utterances.ts';
import { conversationsOf } from './utterances.ts';

/** How a messenger writes a chat into a text file. */
export interface Notation {
  /** The line that begins a message, or undefined. @param day what a line of its own said of the day */
  head(line: string, day: string | undefined): Head | undefined;
  /** A line that nobody said: a day, the beginning of another chat, an ornament. */
  apart?(line: string): Apart | undefined;
  /** The words that somebody typed; the rest is the messenger's. The offsets count in the words. */
  typed?(words: string): Range;
}

export interface Head {
  readonly at: Time | undefined;
  /** Undefined for what the messenger says itself. */
  readonly speaker: string | undefined;
  /** Where the words begin in the line; its length where they begin in the next one. */
  readonly wordsAt: number;
}

export interface Apart {
  readonly day?: string;
  /** The name of the chat that begins. */
  readonly chat?: string;
}

/** A message with the lines that it is written in. */
interface Block {
  readonly head: Head;
  readonly day: string | undefined;
  readonly chat: string | undefined;
  /** From the start of its first line to the start of what comes next. */
  readonly lines: Range;
  /** All its words, white space around them left out. */
  readonly words: Range;
}

/** How many messages the text holds, and whether it begins with one. */
export function headsIn(words: string, notation: Notation): { readonly count: number; readonly isFirst: boolean } {
  const blocks = blocksIn(words, notation, undefined, MOST_LOOKED_AT);
  const [first] = blocks;
  return { count: blocks.length, isFirst: first !== undefined && isBare(words.slice(0, first.lines.start), notation) };
}

/** A format is told by the first messages. */
const MOST_LOOKED_AT = 50;

function isBare(words: string, notation: Notation): boolean {
  return words.split('\n').every((line) => line.trim() === '' || notation.apart?.(line) !== undefined);
}

/** The conversations of a chat that a messenger wrote into a text file. */
export function readExported(
  text: Text,
  notation: Notation,
  about: Omit<Conversation, 'messages' | 'start' | 'end'>,
  hints: UtteranceHints,
): ReadResult {
  const documents: Document[] = [];
  const problems: InputProblem[] = [];
  for (const [chat, blocks] of chatsOf(blocksIn(text.words, notation))) {
    const utterances = blocks.map((block, index) => utteranceOf(text, block, index, notation));
    const result = conversationsOf(utterances, { ...about, id: chat }, hints);
    documents.push(...result.documents);
    problems.push(...result.problems);
  }
  return { documents, problems };
}

function chatsOf(blocks: readonly Block[]): ReadonlyMap<string | undefined, readonly Block[]> {
  const chats = new Map<string | undefined, Block[]>();
  for (const block of blocks) {
    const chat = chats.get(block.chat);
    if (chat === undefined) chats.set(block.chat, [block]);
    else chat.push(block);
  }
  return chats;
}

function utteranceOf(text: Text, block: Block, index: number, notation: Notation): Utterance {
  const { head } = block;
  const said = typedIn(text.words, block, notation);
  const named = head.speaker === undefined ? undefined : (roleAndName(head.speaker) ?? shopAccount(head.speaker));
  return {
    index,
    role: head.speaker === undefined ? 'system' : named?.role,
    speaker: named === undefined ? head.speaker : (named.name ?? undefined),
    at: head.at,
    text: guarded(slice(text, said), blockObjection(text.words, block, said, notation)),
  };
}

function typedIn(words: string, block: Block, notation: Notation): Range {
  const typed = notation.typed?.(words.slice(block.words.start, block.words.end));
  if (typed === undefined) return block.words;
  return { start: block.words.start + typed.start, end: block.words.start + typed.end };
}

/** Refuses words that would make the lines of a message read otherwise than as that message with those words. */
function blockObjection(words: string, block: Block, said: Range, notation: Notation): Objection {
  return ({ start, end }, replacement) => {
    const before = words.slice(block.lines.start, said.start + start);
    const after = words.slice(said.start + end, block.lines.end);
    const changed = before + replacement + after;
    // An empty message may end where the next one begins.
    if (block.lines.end < words.length && !changed.endsWith('\n')) return 'the words would run into the next message';
    const [only, ...others] = blocksIn(changed, notation, block.day);
    const isSame =
      only !== undefined &&
      others.length === 0 &&
      only.lines.start === 0 &&
      only.lines.end === changed.length &&
      JSON.stringify(only.head) === JSON.stringify(block.head);
    if (!isSame) return 'the words would be read as the beginning of a message';
    const range = typedIn(changed, only, notation);
    const expected =
      words.slice(said.start, said.start + start) + replacement + words.slice(said.start + end, said.end);
    return changed.slice(range.start, range.end) === expected
      ? undefined
      : 'the words would not be read as what somebody typed';
  };
}

function blocksIn(
  words: string,
  notation: Notation,
  firstDay?: string,
  most = Number.POSITIVE_INFINITY,
): readonly Block[] {
  const blocks: Block[] = [];
  let day = firstDay;
  let chat: string | undefined;
  let open: { head: Head; start: number; wordsAt: number } | undefined;
  const close = (end: number): void => {
    if (open === undefined) return;
    const lines = { start: open.start, end };
    blocks.push({ head: open.head, day, chat, lines, words: trimmed(words, open.wordsAt, end) });
    open = undefined;
  };
  for (let start = 0; start < words.length && blocks.length < most; ) {
    const feed = words.indexOf('\n', start);
    const next = feed < 0 ? words.length : feed + 1;
    const line = words.slice(start, feed < 0 ? words.length : feed);
    const apart = notation.apart?.(line);
    if (apart !== undefined) {
      close(start);
      day = apart.day ?? day;
      chat = apart.chat ?? chat;
    } else {
      const head = line.length > LONGEST_LINE ? undefined : notation.head(line, day);
      if (head !== undefined) {
        close(start);
        open = { head, start, wordsAt: head.wordsAt >= line.length ? next : start + head.wordsAt };
      }
    }
    start = next;
  }
  close(words.length);
  return blocks;
}

/** What is longer than this begins no message: nobody types so much without a line break. */
const LONGEST_LINE = 100_000;

function trimmed(words: string, from: number, to: number): Range {
  let start = Math.min(from, to);
  let end = to;
  while (start < end && /\s/.test(words[start] as string)) start++;
  while (end > start && /\s/.test(words[end - 1] as string)) end--;
  return { start, end };
}
