import type { Document } from '../core/document.ts';
import type { Finding, FindingData, Place, Related } from '../core/finding.ts';
import type { Lines, SourceLine } from '../core/source.ts';
import { endOfLine, unitInLine } from '../core/source.ts';
import type { Range, Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import type { Detector } from '../detectors/detector.ts';
import { NO_CONTEXT } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { SURNAMES } from '../detectors/surname.ts';
import { linesOfMail } from '../mail/lines.ts';
import { quotedParts } from '../mail/quotes.ts';
import { foldingFor } from '../matching/fold.ts';

/**
 * What `--redact` leaves of a report. Of the sources only the words of agents, bots and canned replies are shown; all
 * else, whoever wrote it and whatever the format calls it, becomes stars. In what is shown, personal data becomes stars
 * too: the customer's names, forms of address with a name, contacts, links, numbers of four digits and more.
 * Letters and figures alone turn to stars, so that a line keeps its shape and positions stay.
 */
export interface Redaction {
  finding(finding: Finding): Finding;
  /** @param path of the file that the lines are of */
  lines(lines: Lines, path: string): Lines;
  path(path: string): string;
}

/** What a source holds. @param names of customers that the settings tell */
export function redactionOf(
  documents: readonly Document[],
  path: string,
  names: readonly string[],
  /** The conversation that a draft answers, and where it stands. */
  context?: { readonly document: Document; readonly path: string },
): Redaction {
  const shown = new Map<string, Span[]>();
  const known: string[] = [...names];
  const add = (document: Document, at: string) => {
    const spans = shown.get(at) ?? [];
    shown.set(at, spans);
    for (const text of ownTexts(document)) for (const part of ownParts(text)) spans.push(...text.locate(part).spans);
    known.push(...customersOf(document));
  };
  for (const document of documents) add(document, path);
  if (context !== undefined) add(context.document, context.path);
  return new Redactor(shown, known);
}

/** The words that the team wrote. */
function ownTexts(document: Document): readonly Text[] {
  switch (document.kind) {
    case 'draft':
      return [document.text];
    case 'library':
      return document.entries.flatMap(({ title, body }) => (title === undefined ? [body] : [title, body]));
    case 'conversation':
      return document.conversation.messages.flatMap(({ role, text }) =>
        role === 'agent' || role === 'bot' ? [text] : [],
      );
  }
}

/** A mail may hold what it answers. */
function ownParts({ words }: Text): readonly Range[] {
  const quoted = quotedParts(linesOfMail(words), false);
  const parts: Range[] = [];
  let from = 0;
  for (const { start, end } of [...quoted].sort((a, b) => a.start - b.start)) {
    if (start > from) parts.push({ start: from, end: start });
    from = Math.max(from, end);
  }
  if (from < words.length) parts.push({ start: from, end: words.length });
  return parts;
}

function customersOf(document: Document): readonly string[] {
  if (document.kind !== 'conversation') return [];
  return document.conversation.messages.flatMap(({ role, speaker }) =>
    role === 'customer' && speaker !== undefined ? [speaker] : [],
  );
}

class Redactor implements Redaction {
  readonly #shown: ReadonlyMap<string, readonly Span[]>;
  readonly #names: RegExp | undefined;

  constructor(shown: ReadonlyMap<string, readonly Span[]>, names: readonly string[]) {
    this.#shown = new Map([...shown].map(([path, spans]) => [path, [...spans].sort((a, b) => a.start - b.start)]));
    this.#names = patternOf(names);
  }

  finding(finding: Finding): Finding {
    const words = this.#placeWords(finding);
    const data = Object.fromEntries(
      Object.entries(finding.data).map(([key, value]) => [key, this.#value(key, value, finding)]),
    );
    return {
      ...finding,
      ...this.#place(finding),
      words,
      data,
      path: this.path(finding.path),
      instead: finding.instead === undefined ? undefined : this.#own(finding.instead),
      conversation: finding.conversation === undefined ? undefined : this.#id(finding.conversation),
      entry: finding.entry === undefined ? undefined : this.#id(finding.entry),
      related: finding.related.map(
        (place): Related => ({
          ...place,
          ...this.#place(place),
          words: this.#placeWords(place),
          path: this.path(place.path),
        }),
      ),
      // It shows what stands there, and is of no use without.
      fix: undefined,
    };
  }

  lines(lines: Lines, path: string): Lines {
    const shown = this.#shown.get(path) ?? [];
    let last: { number: number; line: ReturnType<Lines['line']> } | undefined;
    return {
      position: (offset) => lines.position(offset),
      line: (number) => {
        if (last?.number === number) return last.line;
        const line = lines.line(number);
        last = { number, line: line === undefined ? undefined : { ...line, words: this.#line(line, shown) } };
        return last.line;
      },
    };
  }

  path(path: string): string {
    return this.#id(path);
  }

  #line(line: SourceLine, shown: readonly Span[]): string {
    const { start, words } = line;
    const end = endOfLine(line);
    let covered = '';
    let done = 0;
    for (let at = firstEndingAfter(shown, start); at < shown.length; at++) {
      const span = shown[at] as Span;
      if (span.start >= end) break;
      const from = Math.max(unitInLine(line, span.start), done);
      const to = unitInLine(line, span.end);
      if (to <= from) continue;
      covered += stars(words.slice(done, from)) + this.#own(words.slice(from, to));
      done = to;
    }
    return covered + stars(words.slice(done));
  }

  /** Agents are known to their team; who else spoke is told by the role alone. */
  #place({ role, speaker }: Place): { readonly speaker: string | undefined } {
    return { speaker: role === 'agent' || role === 'bot' ? speaker : undefined };
  }

  #placeWords({ role, words, messageIndex }: Place): string {
    const isOwn = role === 'agent' || role === 'bot' || (role === undefined && messageIndex === undefined);
    return isOwn ? this.#own(words) : stars(words);
  }

  #value(key: string, value: FindingData[string], finding: Finding): FindingData[string] {
    if (typeof value !== 'string') return value;
    if (value === finding.words) return this.#placeWords(finding);
    // Who is an agent could not be told, so that any of these may be a customer.
    if (key === 'names') return stars(value);
    if (key === 'problem') return value.replace(/"[^"]*"|“[^”]*”|'[^']*'/g, stars);
    if (key === 'entry' || key === 'conversation') return this.#id(value);
    return this.#own(value);
  }

  /** In words of the team. */
  #own(words: string): string {
    return covered(this.#id(words), NUMBERS);
  }

  /** In what names things, where a number is what it is found by. */
  #id(words: string): string {
    let rest = words;
    for (const detector of CONTACTS) rest = withStars(rest, foundIn(detector, rest));
    for (const pattern of FORMS_OF_ADDRESS) rest = covered(rest, pattern);
    return this.#names === undefined ? rest : covered(rest, this.#names);
  }
}

const CONTACTS: readonly Detector[] = DETECTORS.filter(
  ({ name, secret }) => ['email', 'phone', 'link', 'iban', 'card', 'id-number'].includes(name) || secret?.everywhere,
);

/** Orders, parcels, houses, codes: with the letters around their figures. */
const NUMBERS = /[A-Za-z0-9-]*\d(?:[ -]?[A-Za-z0-9]){3,}/gu;

/** The name in the group `name`. */
const FORMS_OF_ADDRESS: readonly RegExp[] = [
  new RegExp(
    `(?<name>[${SURNAMES}]\\p{Script=Han}{0,2}?)(?=先生|女士|小姐|太太|老师|老師|總|总|姐|哥|经理|經理|同学|同學)`,
    'gu',
  ),
  /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu,
  /(?<![\p{L}\p{N}])(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]ey|[Tt]hanks|[Tt]hank you|[Ss]orry)[, ]\s*(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)(?=\s*[,.!?:–—-]|\s*$)/gu,
  /(?<![\p{L}\p{N}])(?:[Ққ]ұрметті|[Уу]важаем\p{L}+|[Сс]әлеметсіз бе|[Сс]әлем|[Рр]ақмет|[Рр]ахмет|[Зз]дравствуйте|[Сс]пасибо),?\s+(?<name>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu,
  /(?<name>\p{Lu}\p{L}{2,})(?=\s(?:ханым|мырза|апай|ағай|қарындас))/gu,
];

/** The names and their parts, also where an ending is attached; short parts would be found in other words. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const parts = new Set<string>();
  for (const name of names) {
    for (const part of [name.trim(), ...name.split(/[\s,.()@_]+/)]) {
      const letters = part.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      if (letters >= (/\p{Script=Han}/u.test(part) ? 2 : 3)) parts.add(part);
    }
  }
  if (parts.size === 0) return undefined;
  const longestFirst = [...parts]
    .sort((a, b) => b.length - a.length)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${longestFirst.join('|')})[\\p{Script=Latin}\\p{Script=Cyrillic}]*`,
    'giu',
  );
}

function foundIn(detector: Detector, words: string): readonly Range[] {
  return detector.find(
    {
      words,
      get folded() {
        return foldingFor('none').words(words);
      },
    },
    NO_CONTEXT,
  );
}

function covered(words: string, pattern: RegExp): string {
  return words.replace(pattern, (...match: unknown[]) => {
    const whole = match[0] as string;
    const name = (match.at(-1) as Readonly<Record<string, string>> | undefined)?.['name'];
    if (name === undefined) return stars(whole);
    const at = whole.lastIndexOf(name);
    return whole.slice(0, at) + stars(name) + whole.slice(at + name.length);
  });
}

function withStars(words: string, ranges: readonly Range[]): string {
  let rest = words;
  for (const { start, end } of ranges) rest = rest.slice(0, start) + stars(rest.slice(start, end)) + rest.slice(end);
  return rest;
}

/** As many units as before. */
function stars(words: string): string {
  return words.replace(/[\p{L}\p{N}\p{M}\p{So}\p{Sk}]/gu, (sign) => '*'.repeat(sign.length));
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
