import type { Range } from '../core/span.ts';
import { overlaps } from '../core/span.ts';
import type { Detector, DetectorContext } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { scan } from './automaton.ts';
import { isEdge } from './characters.ts';
import { createEndings } from './endings.ts';
import { foldingFor } from './fold.ts';
import type { Pattern } from './pattern.ts';
import { mayStand } from './pattern.ts';
import type { Phrase, Phrasebook } from './phrasebook.ts';
import { readPhrase } from './phrasebook.ts';
import { isShortHan, standsAlone } from './segments.ts';
import type { Subject } from './subject.ts';
import { subjectOf } from './subject.ts';
import { backward, forward, standsAt } from './verify.ts';

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
  /** A phrase's parts are read when its anchor is first met; most are never met in a run. */
  readonly #patterns = new Map<string, readonly Pattern[]>();
  readonly #foldedContexts = new WeakMap<DetectorContext, DetectorContext>();

  constructor(book: Phrasebook) {
    this.book = book;
  }

  pattern({ words }: Phrase, index: number): Pattern {
    let patterns = this.#patterns.get(words);
    if (patterns === undefined) {
      patterns = readPhrase(words);
      this.#patterns.set(words, patterns);
    }
    return patterns[index] as Pattern;
  }

  detector(name: string): Detector {
    const detector = this.#detectors.get(name);
    if (detector === undefined) throw new RangeError(`no detector is called ${name}`);
    return detector;
  }

  folded(context: DetectorContext): DetectorContext {
    let folded = this.#foldedContexts.get(context);
    if (folded === undefined) {
      const names = (list: readonly string[]) =>
        list.map((name) => this.folding.words(name.normalize('NFC').trim())).filter((name) => name !== '');
      folded = { agents: names(context.agents), companies: names(context.companies), masks: context.masks };
      this.#foldedContexts.set(context, folded);
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
  readonly #anchors: Anchors;
  #hits: Map<number, readonly Hit[]> | undefined;
  #verifiedSets: Map<number, readonly Hit[]> | undefined;
  #detections: Map<string, Detections> | undefined;
  readonly #inSubject = (name: string) => this.#detect(name).inSubject;

  constructor(tools: MatcherTools, subject: Subject, context: DetectorContext) {
    this.#tools = tools;
    this.#subject = subject;
    this.#context = context;
    this.#anchors = anchorsBySet(tools.book, subject.words);
  }

  hits(set: number): readonly Hit[] {
    // Nearly every set has no anchor in nearly every text.
    if (!this.#anchors.has(set)) return NONE;
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
    if (!this.#anchors.has(set)) return NONE;
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
    const { book, endings } = this.#tools;
    const { words } = this.#subject;
    const seen = this.#anchors.get(set) ?? [];
    const found: Hit[] = [];
    for (let at = 0; at < seen.length; at += 2) {
      const owner = (seen[at] as number) * 3;
      const phrase = book.sets[set]?.phrases[book.owners[owner + 1] as number] as Phrase;
      const pattern = this.#tools.pattern(phrase, book.owners[owner + 2] as number);
      const end = seen[at + 1] as number;
      const start = end - pattern.anchor.length;
      if (!mayStand(pattern, words, start, end)) continue;
      const around = { words, folding: foldingFor(phrase.exact ?? 'none'), endings, detected: this.#inSubject };
      if (phrase.exact !== undefined && !standsAt(pattern.anchor, start, around)) continue;
      const starts = pattern.before.length === 0 ? [start] : backward(pattern.before, [start], around);
      if (starts.length === 0) continue;
      const ends = pattern.after.length === 0 ? [end] : forward(pattern.after, [end], around);
      this.#addHits(found, starts, ends, phrase);
    }
    return found;
  }

  /** The ranges that a phrase covers around its anchor, between edges of words. */
  #addHits(found: Hit[], starts: readonly number[], ends: readonly number[], phrase: Phrase): void {
    const { words } = this.#subject;
    for (const start of starts) {
      if (!isEdge(words, start)) continue;
      for (const end of ends) {
        if (!isEdge(words, end)) continue;
        const range = { start, end };
        if (isShortHan(words, range) && !standsAlone(words, range)) continue;
        found.push({ ...this.#subject.original(range), phrase });
      }
    }
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

/** Per set: pattern and end of anchor, alternating. */
type Anchors = ReadonlyMap<number, readonly number[]>;

const NO_ANCHORS: Anchors = new Map();

function anchorsBySet(book: Phrasebook, words: string): Anchors {
  const found = scan(book.automaton, words);
  if (found.length === 0) return NO_ANCHORS;
  const bySet = new Map<number, number[]>();
  for (let at = 0; at < found.length; at += 2) {
    const set = book.owners[(found[at] as number) * 3] as number;
    const seen = bySet.get(set);
    if (seen === undefined) bySet.set(set, [found[at] as number, found[at + 1] as number]);
    else seen.push(found[at] as number, found[at + 1] as number);
  }
  return bySet;
}

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
