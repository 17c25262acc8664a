import type { Range } from '../core/span.ts';
import { overlaps } from '../core/span.ts';
import type { Detector, DetectorContext } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { scan } from './automaton.ts';
import { isEdge } from './characters.ts';
import { createEndings } from './endings.ts';
import { fold, foldTable } from './fold.ts';
import type { Pattern } from './pattern.ts';
import type { Phrase, Phrasebook } from './phrasebook.ts';
import { readPhrase } from './phrasebook.ts';
import { isShortHan, standsAlone } from './segments.ts';
import type { Subject } from './subject.ts';
import { subjectOf } from './subject.ts';
import type { Surroundings } from './verify.ts';
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
  const endings = createEndings();
  const detectors = new Map<string, Detector>(DETECTORS.map((detector) => [detector.name, detector]));
  // A phrase's parts are read when its anchor is first met; most are never met in a run.
  const read = new Map<string, readonly Pattern[]>();
  const patternOf = (phrase: Phrase, index: number): Pattern => {
    let patterns = read.get(phrase.words);
    if (patterns === undefined) {
      patterns = readPhrase(phrase.words);
      read.set(phrase.words, patterns);
    }
    return patterns[index] as Pattern;
  };

  const folding = foldTable('none');
  const foldedContexts = new WeakMap<DetectorContext, DetectorContext>();
  const foldedContext = (context: DetectorContext): DetectorContext => {
    let folded = foldedContexts.get(context);
    if (folded === undefined) {
      const names = (list: readonly string[]) =>
        list.map((name) => fold(name.normalize('NFC').trim(), folding)).filter((name) => name !== '');
      folded = { agents: names(context.agents), companies: names(context.companies), masks: context.masks };
      foldedContexts.set(context, folded);
    }
    return folded;
  };

  return {
    read(words, context) {
      const subject = subjectOf(words);
      let folded: string | undefined;
      const anchors = anchorsBySet(book, subject);
      const detections = new Map<string, { original: readonly Range[]; subject: readonly Range[] }>();
      const matches = new Map<number, readonly Hit[]>();
      const hits = new Map<number, readonly Hit[]>();

      const detect = (name: string) => {
        let found = detections.get(name);
        if (found === undefined) {
          const detector = detectors.get(name);
          if (detector === undefined) throw new RangeError(`no detector is called ${name}`);
          folded ??= fold(subject.words, folding);
          const ranges = detector.find({ words: subject.words, folded }, foldedContext(context));
          found = { subject: ranges, original: ranges.map((range) => subject.original(range)) };
          detections.set(name, found);
        }
        return found;
      };

      const verify = (set: number): readonly Hit[] => {
        const found: Hit[] = [];
        const seen = anchors.get(set) ?? [];
        for (let at = 0; at < seen.length; at += 2) {
          const owner = (seen[at] as number) * 3;
          const phrase = book.sets[set]?.phrases[book.owners[owner + 1] as number] as Phrase;
          const pattern = patternOf(phrase, book.owners[owner + 2] as number);
          const around = {
            words: subject.words,
            fold: foldTable(phrase.exact ?? 'none'),
            endings,
            detected: (name: string) => detect(name).subject,
          };
          const end = seen[at + 1] as number;
          const start = end - pattern.anchor.length;
          if (phrase.exact !== undefined && !standsAt(pattern.anchor, start, around)) continue;
          for (const range of extents(pattern, start, end, around)) {
            if (isShortHan(subject.words, range) && !standsAlone(subject.words, range)) continue;
            found.push({ ...subject.original(range), phrase });
          }
        }
        return found;
      };

      /** Every match, those that overlap each other too: any of an exception's matches makes a hit innocent. */
      const matchesOf = (set: number): readonly Hit[] => {
        let found = matches.get(set);
        if (found === undefined) {
          found = anchors.has(set) ? verify(set) : NO_HITS;
          matches.set(set, found);
        }
        return found;
      };

      const withoutExcepted = (found: readonly Hit[], set: number): readonly Hit[] => {
        const setExcept = book.sets[set]?.except;
        return found.filter((hit) =>
          [setExcept, hit.phrase.except].every(
            (except) => except === undefined || !matchesOf(except).some((excepted) => overlaps(excepted, hit)),
          ),
        );
      };

      const reading: Reading = {
        hits(set) {
          let found = hits.get(set);
          if (found === undefined) {
            found = longestOf(withoutExcepted(matchesOf(set), set));
            hits.set(set, found);
          }
          return found;
        },
        detected: (name) => detect(name).original,
      };
      return reading;
    },
  };
}

const NO_HITS: readonly Hit[] = [];

/** Per set: pattern and end of anchor, alternating. */
function anchorsBySet(book: Phrasebook, subject: Subject): ReadonlyMap<number, number[]> {
  const bySet = new Map<number, number[]>();
  scan(book.automaton, subject.words, (pattern, end) => {
    const set = book.owners[pattern * 3] as number;
    const seen = bySet.get(set);
    if (seen === undefined) bySet.set(set, [pattern, end]);
    else seen.push(pattern, end);
  });
  return bySet;
}

/** The ranges that the whole phrase can cover around its anchor: between edges of words. */
function* extents(pattern: Pattern, start: number, end: number, around: Surroundings): Generator<Range> {
  const starts = backward(pattern.before, [start], around).filter((at) => isEdge(around.words, at));
  if (starts.length === 0) return;
  const ends = forward(pattern.after, [end], around).filter((at) => isEdge(around.words, at));
  for (const from of starts) for (const to of ends) yield { start: from, end: to };
}

/** Leftmost, then longest; what overlaps an earlier hit is dropped. */
function longestOf(found: readonly Hit[]): readonly Hit[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  for (const hit of inOrder) {
    const last = kept.at(-1);
    if (last === undefined || hit.start >= last.end) kept.push(hit);
  }
  return kept;
}
