import type { ReadMessage } from '../checks/check.ts';
import type { Wanted } from '../checks/wanted.ts';
import { hitsOf } from '../checks/wanted.ts';
import type { Finding, FindingData, HiddenPlace, Related } from '../core/finding.ts';
import type { Lines, SourceLine } from '../core/source.ts';
import { endOfLine, unitInLine } from '../core/source.ts';
import type { Range, Span } from '../core/span.ts';
import { contains, firstEndingAfter, joinTouching, overlapsAny, union } from '../core/span.ts';
import type { Detector } from '../detectors/detector.ts';
import { NO_CONTEXT } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { foldingFor } from '../matching/fold.ts';
import type { Plan } from '../rules/plan.ts';
import { toolsOf } from '../rules/toolbox.ts';

/**
 * What reports must not show: the numbers of cards, ids and accounts wherever they stand, and what rules with
 * `masked` find. It is looked for in every message of a document with findings, whoever said it and whatever rules
 * are on, since the line of any finding may show it. Stars take the place of as many units, so positions stay.
 */
export interface SecretFinder {
  /** @param pathOf the file that a message stands in */
  secretsIn(messages: Iterable<ReadMessage>, pathOf: (message: ReadMessage) => string): Secrets;
}

export interface Secrets {
  readonly isEmpty: boolean;
  /** The finding as a report may show it. @param related the messages and ranges of its related places, in order */
  covered(finding: Finding, at: SaidAt, related: readonly SaidAt[]): Finding;
  /** The words there as a report may show them. */
  wordsAt(at: SaidAt): string;
}

/** Words of a message. */
export interface SaidAt {
  readonly message: ReadMessage;
  readonly range: Range;
}

export function createSecretFinder(plan: Plan): SecretFinder {
  const masked = maskedBy(plan);
  const { detectors } = toolsOf(plan);
  const sought: SecretDetectors = {
    everywhere: detectors.filter(({ secret }) => secret?.everywhere === true),
    whereMasked: detectors.filter(({ secret }) => secret?.everywhere === false),
  };
  return {
    secretsIn(messages, pathOf) {
      const found = new FoundSecrets();
      for (const message of messages) {
        const ranges = hiddenRanges(message, masked, sought);
        if (ranges.length > 0) found.add(message, ranges, pathOf(message));
      }
      return found;
    },
  };
}

/** What rules with `masked` look for, be they on or not. */
export function maskedBy(plan: Plan): readonly Wanted[] {
  return plan.rules
    .filter((rule) => rule.masked)
    .flatMap(({ checks }) => checks.filter(({ check }) => check === 'presence'))
    .flatMap(({ options }) => (options as { readonly wanted: readonly Wanted[] }).wanted);
}

/** The lines of a source as a report may show them. */
export function coveredLines(lines: Lines, hidden: readonly Span[]): Lines {
  const inOrder = union(hidden);
  // Findings of one line come one after the other, and a line may be a whole file.
  let last: { number: number; line: ReturnType<Lines['line']> } | undefined;
  return {
    position: (offset) => lines.position(offset),
    line(number) {
      if (last?.number === number) return last.line;
      const line = lines.line(number);
      last = { number, line: line === undefined ? undefined : { ...line, words: coveredLine(line, inOrder) } };
      return last.line;
    },
  };
}

/** Those that ship; what detectors of plugins find is covered in messages. */
const EVERYWHERE = DETECTORS.filter(({ secret }) => secret?.everywhere === true);

interface SecretDetectors {
  readonly everywhere: readonly Detector[];
  readonly whereMasked: readonly Detector[];
}

interface Secret {
  readonly words: string;
  readonly covered: string;
}

class FoundSecrets implements Secrets {
  readonly #ranges = new Map<ReadMessage, readonly Range[]>();
  readonly #places: HiddenPlace[] = [];
  readonly #secrets: Secret[] = [];
  /** The name of a conversation comes with each of its findings. */
  readonly #strings = new Map<string, string>();

  get isEmpty(): boolean {
    return this.#ranges.size === 0;
  }

  add(message: ReadMessage, found: readonly HiddenRange[], path: string): void {
    const ranges = found.flatMap(({ hidden }) => hidden);
    this.#ranges.set(message, ranges);
    for (const range of ranges)
      for (const span of message.message.text.locate(range).spans) this.#places.push({ path, span });
    for (const { whole } of found) {
      const words = message.words.slice(whole.start, whole.end);
      this.#secrets.push({ words, covered: this.wordsAt({ message, range: whole }) });
    }
  }

  covered(finding: Finding, at: SaidAt, related: readonly SaidAt[]): Finding {
    const words = this.wordsAt(at);
    const data: Record<string, FindingData[string]> = {};
    for (const [key, value] of Object.entries(finding.data))
      data[key] = typeof value !== 'string' ? value : value === finding.words ? words : this.#inString(value);
    return {
      ...finding,
      words,
      data,
      instead: this.#maybe(finding.instead),
      conversation: this.#maybe(finding.conversation),
      entry: this.#maybe(finding.entry),
      related: finding.related.map(
        (place, index): Related => ({ ...place, words: this.wordsAt(related[index] as SaidAt) }),
      ),
      hidden: this.#places,
    };
  }

  wordsAt({ message, range }: SaidAt): string {
    const words = message.words.slice(range.start, range.end);
    return withStars(words, this.#ranges.get(message) ?? [], range.start);
  }

  /** For strings without a place, such as the word that stands twice. */
  #inString(words: string): string {
    let covered = this.#strings.get(words);
    if (covered === undefined) {
      covered = this.#secrets.reduce((rest, secret) => rest.replaceAll(secret.words, secret.covered), words);
      this.#strings.set(words, covered);
    }
    return covered;
  }

  #maybe(words: string | undefined): string | undefined {
    return words === undefined ? undefined : this.#inString(words);
  }
}

interface HiddenRange {
  readonly whole: Range;
  readonly hidden: readonly Range[];
}

function hiddenRanges(
  message: ReadMessage,
  masked: readonly Wanted[],
  { everywhere, whereMasked }: SecretDetectors,
): readonly HiddenRange[] {
  let found: HiddenRange[] | undefined;
  const add = (detector: Detector, whole: Range) => {
    found ??= [];
    found.push({ whole, hidden: hiddenIn(detector, message.words, whole) });
  };
  for (const detector of everywhere) for (const range of message.reading.detected(detector.name)) add(detector, range);
  const hits = hitsOf(message, masked);
  if (hits.length > 0) {
    // Part of a card's number could be a code, and would leave less to see than the card does.
    const known = union(found?.map(({ whole }) => whole) ?? []);
    for (const detector of whereMasked)
      for (const range of message.reading.detected(detector.name))
        if (isInside(hits, range) && !overlapsAny(range, known)) add(detector, range);
  }
  return found ?? NONE;
}

const NONE: readonly never[] = [];

/** @param hits apart from each other and in order */
function isInside(hits: readonly Range[], range: Range): boolean {
  const hit = hits[firstEndingAfter(hits, range.start)];
  return hit !== undefined && contains(hit, range);
}

function hiddenIn({ secret }: Detector, words: string, { start, end }: Range): readonly Range[] {
  const hidden = secret?.hidden(words.slice(start, end)) ?? [];
  return joinTouching(hidden.map((range) => ({ start: start + range.start, end: start + range.end })));
}

function coveredLine(line: SourceLine, hidden: readonly Span[]): string {
  const end = endOfLine(line);
  const inLine: Span[] = [];
  for (let at = firstEndingAfter(hidden, line.start); (hidden[at]?.start ?? end) < end; at++)
    inLine.push(hidden[at] as Span);
  const { words } = line;
  // What no message holds may stand in the line too: a subject, a field, a file that could not be read.
  const more = words.length > LONGEST_SEARCHED ? [] : EVERYWHERE.flatMap((detector) => foundIn(detector, words));
  const all = [
    ...inLine.map((span) => ({ start: unitInLine(line, span.start), end: unitInLine(line, span.end) })),
    ...more,
  ];
  return withStars(
    words,
    all.sort((a, b) => a.start - b.start),
    0,
  );
}

/** Units of a line. A file of one line is searched by its messages alone. */
const LONGEST_SEARCHED = 1 << 16;

function foundIn(detector: Detector, words: string): readonly Range[] {
  const subject = {
    words,
    get folded() {
      return foldingFor('none').words(words);
    },
  };
  return detector.find(subject, NO_CONTEXT).flatMap((range) => hiddenIn(detector, words, range));
}

/** @param ranges in order of their starts. @param from where the words begin in what the ranges count from */
function withStars(words: string, ranges: readonly Range[], from: number): string {
  let covered = '';
  let done = 0;
  for (const range of ranges) {
    const start = Math.max(range.start - from, done);
    const end = Math.min(range.end - from, words.length);
    if (start >= end) continue;
    covered += words.slice(done, start) + '*'.repeat(end - start);
    done = end;
  }
  return covered + words.slice(done);
}
