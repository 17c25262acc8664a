import type { Range } from '../core/span.ts';
import { overlaps } from '../core/span.ts';
import type { Detector, DetectorContext } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { isEdge } from './characters.ts';
import { createEndings } from './endings.ts';
import type { Exactness } from './fold.ts';
import { foldingFor } from './fold.ts';
import type { Pattern } from './pattern.ts';
import type { Phrase, Phrasebook } from './phrasebook.ts';
import { readPhrase } from './phrasebook.ts';
import { isShortHan, standsAlone } from './segments.ts';
import type { Subject } from './subject.ts';
import { subjectOf } from './subject.ts';
import { findAnchors } from './trie.ts';
import type { Surroundings } from './verify.ts';
import { backward, forward, listOf, NOWHERE, standsAt } from './verify.ts';

/** Where a phrase of a set stands in a text. */
export interface Hit extends Range {
  readonly phrase: Phrase;
}

/** One text, walked once; what a rule asks of it is worked out when it is first asked. */
export interface Reading {
  /** The hits of a set in reading order, the longest of those that overlap, without excepted ones. */
  hits(set: number): readonly Hit[];
  /** What a detector finds, in reading order; ranges may overlap. */
  detected(detector: string): readonly Range[];
}

export interface Matcher {
  read(words: string, context: DetectorContext): Reading;
}

export function createMatcher(book: Phrasebook): Matcher {
  const tools = new MatcherTools(book);
  return { read: (words, context) => new TextReading(tools, subjectOf(words), tools.folded(context)) };
}

/** What the readings of all texts share. */
class MatcherTools {
  readonly book: Phrasebook;
  readonly endings = createEndings();
  readonly folding = foldingFor('none');
  readonly #detectors = new Map<string, Detector>(DETECTORS.map((detector) => [detector.name, detector]));
  /** By the number of the pattern: read when its anchor is first met, since most are never met in a run. */
  readonly #patterns: (Pattern | undefined)[] = [];
  readonly #foldedContexts = new WeakMap<DetectorContext, DetectorContext>();
  readonly #foldedLists = new WeakMap<readonly string[], readonly string[]>();

  constructor(book: Phrasebook) {
    this.book = book;
  }

  setOf(pattern: number): number {
    return this.book.owners[pattern * 3] as number;
  }

  phrase(pattern: number): Phrase {
    return this.book.sets[this.setOf(pattern)]?.phrases[this.book.owners[pattern * 3 + 1] as number] as Phrase;
  }

  pattern(number: number): Pattern {
    let pattern = this.#patterns[number];
    if (pattern === undefined) {
      const all = readPhrase(this.phrase(number).words);
      const first = number - (this.book.owners[number * 3 + 2] as number);
      all.forEach((one, index) => {
        this.#patterns[first + index] = one;
      });
      pattern = this.#patterns[number] as Pattern;
    }
    return pattern;
  }

  detector(name: string): Detector {
    const detector = this.#detectors.get(name);
    if (detector === undefined) throw new RangeError(`no detector is called ${name}`);
    return detector;
  }

  /** Worked out when a detector first asks: what customers say of themselves must be read for their names. */
  folded(context: DetectorContext): DetectorContext {
    let folded = this.#foldedContexts.get(context);
    if (folded === undefined) {
      const names = (list: readonly string[]) => this.#foldedNames(list);
      folded = {
        get agents() {
          return names(context.agents);
        },
        get companies() {
          return names(context.companies);
        },
        get customers() {
          return names(context.customers ?? []);
        },
        masks: context.masks,
      };
      this.#foldedContexts.set(context, folded);
    }
    return folded;
  }

  /** The configuration's lists are the same for all texts. */
  #foldedNames(list: readonly string[]): readonly string[] {
    let folded = this.#foldedLists.get(list);
    if (folded === undefined) {
      folded = list.map((name) => this.folding.words(name.normalize('NFC').trim())).filter((name) => name !== '');
      this.#foldedLists.set(list, folded);
    }
    return folded;
  }
}

interface Detections {
  readonly inSubject: readonly Range[];
  readonly inText: readonly Range[];
}

class TextReading implements Reading {
  readonly #tools: MatcherTools;
  readonly #subject: Subject;
  readonly #context: DetectorContext;
  /** Pattern and end of anchor, alternating; and one bit for the sets they belong to, 32 sets to a bit. */
  readonly #anchors: readonly number[];
  readonly #setBits: number;
  #hits: Map<number, readonly Hit[]> | undefined;
  #verifiedSets: Map<number, readonly Hit[]> | undefined;
  #detections: Map<string, Detections> | undefined;
  readonly #inSubject = (name: string) => this.#detect(name).inSubject;
  readonly #surroundings = new Map<Exactness, Surroundings>();

  constructor(tools: MatcherTools, subject: Subject, context: DetectorContext) {
    this.#tools = tools;
    this.#subject = subject;
    this.#context = context;
    this.#anchors = findAnchors(tools.book.index, subject.words);
    let bits = 0;
    for (let at = 0; at < this.#anchors.length; at += 2) bits |= 1 << tools.setOf(this.#anchors[at] as number);
    this.#setBits = bits;
  }

  hits(set: number): readonly Hit[] {
    // Nearly every set has no anchor in nearly every text.
    if ((this.#setBits & (1 << set)) === 0) return NONE;
    this.#hits ??= new Map();
    let found = this.#hits.get(set);
    if (found === undefined) {
      found = longestOf(this.#withoutExcepted(this.#matches(set), set));
      this.#hits.set(set, found);
    }
    return found;
  }

  /** Every match, those that overlap each other too: any match of an exception makes a hit innocent. */
  #matches(set: number): readonly Hit[] {
    if ((this.#setBits & (1 << set)) === 0) return NONE;
    this.#verifiedSets ??= new Map();
    let found = this.#verifiedSets.get(set);
    if (found === undefined) {
      found = this.#verified(set);
      this.#verifiedSets.set(set, found);
    }
    return found;
  }

  detected(name: string): readonly Range[] {
    return this.#detect(name).inText;
  }

  #detect(name: string): Detections {
    this.#detections ??= new Map();
    let found = this.#detections.get(name);
    if (found === undefined) {
      const ranges = this.#tools.detector(name).find(new FoldedLazily(this.#subject.words, this.#tools), this.#context);
      const inText = ranges.length === 0 ? NONE : ranges.map((range) => this.#subject.original(range));
      found = { inSubject: ranges, inText };
      this.#detections.set(name, found);
    }
    return found;
  }

  #verified(set: number): readonly Hit[] {
    let found: Hit[] | undefined;
    for (let at = 0; at < this.#anchors.length; at += 2) {
      const number = this.#anchors[at] as number;
      if (this.#tools.setOf(number) !== set) continue;
      const phrase = this.#tools.phrase(number);
      const pattern = this.#tools.pattern(number);
      const around = this.#around(phrase.exact ?? 'none');
      const end = this.#anchors[at + 1] as number;
      const start = end - pattern.anchor.length;
      if (phrase.exact !== undefined && !standsAt(pattern.anchor, start, around)) continue;
      const ends = pattern.after.length === 0 ? end : forward(pattern.after, end, around);
      if (ends === NOWHERE) continue;
      const starts = pattern.before.length === 0 ? start : backward(pattern.before, start, around);
      if (starts === NOWHERE) continue;
      found ??= [];
      for (const from of listOf(starts))
        for (const to of listOf(ends))
          if (this.#isWhole(from, to)) found.push({ ...this.#subject.original({ start: from, end: to }), phrase });
    }
    return found ?? NONE;
  }

  /** What phrases of this exactness are compared with. */
  #around(exactness: Exactness): Surroundings {
    let around = this.#surroundings.get(exactness);
    if (around === undefined) {
      const { endings } = this.#tools;
      around = { words: this.#subject.words, folding: foldingFor(exactness), endings, detected: this.#inSubject };
      this.#surroundings.set(exactness, around);
    }
    return around;
  }

  /** Whether a match lies between edges of words, and a short Han one is no part of a longer word. */
  #isWhole(start: number, end: number): boolean {
    const { words } = this.#subject;
    if (!isEdge(words, start) || !isEdge(words, end)) return false;
    const range = { start, end };
    return !isShortHan(words, range) || standsAlone(words, range);
  }

  #withoutExcepted(found: readonly Hit[], set: number): readonly Hit[] {
    const ofSet = this.#tools.book.sets[set]?.except;
    const isInnocent = (hit: Hit, except: number | undefined) =>
      except !== undefined && this.#matches(except).some((excepted) => overlaps(excepted, hit));
    return found.filter((hit) => !isInnocent(hit, ofSet) && !isInnocent(hit, hit.phrase.except));
  }
}

/** Folding a text costs more than most detectors, and some of them do not need it. */
class FoldedLazily {
  readonly words: string;
  readonly #tools: MatcherTools;
  #folded: string | undefined;

  constructor(words: string, tools: MatcherTools) {
    this.words = words;
    this.#tools = tools;
  }

  get folded(): string {
    this.#folded ??= this.#tools.folding.words(this.words);
    return this.#folded;
  }
}

const NONE: readonly never[] = [];

/** Leftmost, then longest; what overlaps an earlier hit is dropped. */
function longestOf(found: readonly Hit[]): readonly Hit[] {
  if (found.length < 2) return found;
  const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  for (const hit of inOrder) {
    const last = kept.at(-1);
    if (last === undefined || hit.start >= last.end) kept.push(hit);
  }
  return kept;
}
