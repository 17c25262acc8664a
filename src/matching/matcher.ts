import type { Range } from '../core/span.ts';
import { overlapsAny, union } from '../core/span.ts';
import type { Detector, DetectorContext } from '../detectors/detector.ts';
import { NO_CONTEXT } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { AnchorSearch } from './anchors.ts';
import { isEdge } from './characters.ts';
import { createEndings } from './endings.ts';
import type { Exactness } from './fold.ts';
import { foldingFor } from './fold.ts';
import type { Pattern } from './pattern.ts';
import type { IndexedPhrase, Phrase, Phrasebook, PhraseSet } from './phrasebook.ts';
import { readPhrase } from './phrasebook.ts';
import { isShortHan, standsAlone } from './segments.ts';
import type { Subject } from './subject.ts';
import { subjectOf } from './subject.ts';
import type { Surroundings } from './verify.ts';
import { backward, forward, listOf, NOWHERE, standsAt } from './verify.ts';

/** Where a phrase of a set stands in a text. */
export interface Hit extends Range {
  readonly phrase: Phrase;
}

/** One text, walked once; what a rule asks of it is worked out when it is first asked. */
export interface Reading {
  /** Of the sets that the matcher looks for, those that may have hits. */
  readonly sets: readonly number[];
  /** The hits of a set in reading order, the longest of those that overlap, without excepted ones. */
  hits(set: number): readonly Hit[];
  /** What a detector finds, in reading order; ranges may overlap. */
  detected(detector: string): readonly Range[];
}

export interface Matcher {
  read(words: string, context: DetectorContext): Reading;
  /** A matcher that looks for these sets first, and for others only if they are asked for: that is quicker. */
  narrowedTo(sets: Iterable<number>): Matcher;
}

/** @param detectors those that phrases and rules may name */
export function createMatcher(book: Phrasebook, detectors: readonly Detector[] = DETECTORS): Matcher {
  const tools = new MatcherTools(book, detectors);
  const withScope = (scope: Scope): Matcher => ({
    read: (words, context) => new TextReading(tools, scope, subjectOf(words), tools.folded(context)),
    narrowedTo: (sets) => withScope(new Scope(book, withExceptions(sets, book))),
  });
  return withScope(tools.everything);
}

/** Sets of phrases that are looked for together. */
class Scope {
  readonly #book: Phrasebook;
  readonly #sets: Uint8Array;
  #search: AnchorSearch | undefined;

  constructor(book: Phrasebook, sets: Iterable<number>) {
    this.#book = book;
    this.#sets = new Uint8Array(book.sets.length);
    for (const set of sets) this.#sets[set] = 1;
  }

  holds(set: number): boolean {
    return this.#sets[set] === 1;
  }

  /** Pattern and end of anchor, alternating. */
  anchorsIn(words: string): readonly number[] {
    this.#search ??= new AnchorSearch(this.#book.index, (pattern) =>
      this.holds(this.#book.owners[pattern * 3] as number),
    );
    return this.#search.find(words);
  }
}

function withExceptions(sets: Iterable<number>, book: Phrasebook): ReadonlySet<number> {
  const all = new Set(sets);
  // What is added on the way is visited too: exceptions may have their own.
  for (const number of all) {
    const { except, phrases } = book.sets[number] as PhraseSet;
    for (const one of [except, ...phrases.map((phrase) => phrase.except)]) if (one !== undefined) all.add(one);
  }
  return all;
}

/** What the readings of all texts share. */
class MatcherTools {
  readonly book: Phrasebook;
  readonly everything: Scope;
  readonly endings = createEndings();
  readonly folding = foldingFor('none');
  readonly #detectors: ReadonlyMap<string, Detector>;
  /** Read when an anchor of the phrase is first met, since most are never met in a run. */
  readonly #patterns = new Map<Phrase, readonly Pattern[]>();
  readonly #foldedContexts = new WeakMap<DetectorContext, DetectorContext>();
  readonly #foldedLists = new WeakMap<readonly string[], readonly string[]>();
  /** Messages that come one after the other mostly have the same. */
  #lastContext: DetectorContext | undefined;
  #lastFolded: DetectorContext = NO_CONTEXT;

  constructor(book: Phrasebook, detectors: readonly Detector[]) {
    this.book = book;
    this.#detectors = new Map(detectors.map((detector) => [detector.name, detector]));
    this.everything = new Scope(book, book.sets.keys());
  }

  setOf(pattern: number): number {
    return this.book.owners[pattern * 3] as number;
  }

  phrase(pattern: number): IndexedPhrase {
    return this.book.sets[this.setOf(pattern)]?.phrases[this.book.owners[pattern * 3 + 1] as number] as IndexedPhrase;
  }

  pattern(number: number): Pattern {
    const phrase = this.phrase(number);
    let patterns = this.#patterns.get(phrase);
    if (patterns === undefined) {
      patterns = readPhrase(phrase);
      this.#patterns.set(phrase, patterns);
    }
    return patterns[this.book.owners[number * 3 + 2] as number] as Pattern;
  }

  detector(name: string): Detector {
    const detector = this.#detectors.get(name);
    if (detector === undefined) throw new RangeError(`no detector is called ${name}`);
    return detector;
  }

  folded(context: DetectorContext): DetectorContext {
    if (context !== this.#lastContext) {
      this.#lastContext = context;
      this.#lastFolded = this.#foldedContext(context);
    }
    return this.#lastFolded;
  }

  /** Worked out when a detector first asks: what customers say of themselves must be read for their names. */
  #foldedContext(context: DetectorContext): DetectorContext {
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
  #scope: Scope;
  /** Pattern and end of anchor, alternating. */
  #anchors: readonly number[] = NONE;
  /** The sets that they belong to. */
  sets: readonly number[] = NONE;
  #hits: Map<number, readonly Hit[]> | undefined;
  #coveredBySet: Map<number, readonly Range[]> | undefined;
  #detections: Map<string, Detections> | undefined;
  #surroundings: Map<Exactness, Surroundings> | undefined;

  constructor(tools: MatcherTools, scope: Scope, subject: Subject, context: DetectorContext) {
    this.#tools = tools;
    this.#scope = scope;
    this.#subject = subject;
    this.#context = context;
    this.#findAnchors();
  }

  #findAnchors(): void {
    this.#anchors = this.#scope.anchorsIn(this.#subject.words);
    if (this.#anchors.length === 0) return;
    const sets: number[] = [];
    for (let at = 0; at < this.#anchors.length; at += 2) {
      const set = this.#tools.setOf(this.#anchors[at] as number);
      if (!sets.includes(set)) sets.push(set);
    }
    this.sets = sets;
  }

  hits(set: number): readonly Hit[] {
    if (!this.#mayHold(set)) return NONE;
    this.#hits ??= new Map();
    let found = this.#hits.get(set);
    if (found === undefined) {
      found = longestOf(this.#withoutExcepted(this.#verified(set), set));
      this.#hits.set(set, found);
    }
    return found;
  }

  /** Nearly every set has no anchor in nearly every text. */
  #mayHold(set: number): boolean {
    if (!this.#scope.holds(set)) {
      this.#scope = this.#tools.everything;
      this.#findAnchors();
    }
    return this.sets.includes(set);
  }

  /** Where any match of a set stands. */
  #covered(set: number): readonly Range[] {
    if (!this.#mayHold(set)) return NONE;
    this.#coveredBySet ??= new Map();
    let covered = this.#coveredBySet.get(set);
    if (covered === undefined) {
      covered = union(this.#verified(set));
      this.#coveredBySet.set(set, covered);
    }
    return covered;
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

  /** Every match, those that overlap each other too: any match of an exception makes a hit innocent. */
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
    this.#surroundings ??= new Map();
    let around = this.#surroundings.get(exactness);
    if (around === undefined) {
      around = {
        words: this.#subject.words,
        folding: foldingFor(exactness),
        endings: this.#tools.endings,
        detected: (name) => this.#detect(name).inSubject,
      };
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
      except !== undefined && overlapsAny(hit, this.#covered(except));
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
