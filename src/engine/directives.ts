import type { Directive, Instruction, NamedRule } from '../core/directive.ts';
import type { Document } from '../core/document.ts';
import type { Finding, Severity } from '../core/finding.ts';
import { compareFindings, startOf } from '../core/finding.ts';
import { partitionPoint } from '../core/partition-point.ts';
import type { Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import type { DirectiveRule, DirectiveRules } from './directive-rules.ts';
import type { Numbering } from './fingerprint.ts';

/** Findings that count, and those that are silenced. */
export interface Silenced {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
}

/**
 * Takes the findings that the directives of a file silence from the others, and reports directives that silence nothing.
 * @param findings of rules that may be silenced; what the readers of files report is none
 */
export function followDirectives(
  findings: readonly Finding[],
  directives: readonly Directive[],
  documents: readonly Document[],
  about: DirectiveFile,
): Silenced {
  // A file that could not be read says nothing of what its directives are for.
  if (directives.length === 0 || documents.length === 0) return { findings, suppressed: [] };
  const reports = new Reports(about);
  const silencers = silencersOf(directives, documents, reports);
  const { suppressed, used } = silence(findings, silencers);
  reports.addUnused(silencers, used);
  const left = suppressed.size === 0 ? findings : findings.filter((finding) => !suppressed.has(finding));
  return {
    findings: reports.findings.length === 0 ? left : [...left, ...reports.findings].sort(compareFindings),
    suppressed: [...suppressed.values()].sort(compareFindings),
  };
}

/** What must be known of a file to follow its directives. */
export interface DirectiveFile {
  readonly path: string;
  readonly rules: DirectiveRules;
  readonly fingerprint: Numbering;
}

/** One rule, or category, of one directive. */
interface SilencedRule {
  readonly instruction: Instruction;
  readonly rule: NamedRule;
}

/** And where it is silenced. */
interface Silencer extends SilencedRule {
  /** Both ends belong to it. */
  readonly from: number;
  readonly to: number;
}

function silencersOf(
  directives: readonly Directive[],
  documents: readonly Document[],
  reports: Reports,
): readonly Silencer[] {
  const starts = startsOf(documents);
  const silencers: Silencer[] = [];
  const blocks = new Blocks(silencers);
  for (const directive of directives) {
    const { span, words } = directive;
    if (directive.kind !== 'instruction') {
      reports.add(`directive/${directive.kind}`, span, words);
      continue;
    }
    const rules = directive.rules.filter((rule) => reports.isKnown(rule));
    if (directive.verb === 'enable') {
      for (const needless of blocks.end(directive, rules))
        reports.add('directive/unused', needless.span, needless.pattern);
      continue;
    }
    const place = directive.over ?? placeOf(directive, starts);
    if (place === 'unfit') reports.add('directive/malformed', span, words);
    else if (directive.reason === undefined) reports.add('directive/no-reason', span, words);
    else if (place === 'block') for (const rule of rules) blocks.open({ instruction: directive, rule });
    else silencers.push(...rules.flatMap((rule) => silencersIn(place, { instruction: directive, rule })));
  }
  blocks.closeAll(Number.POSITIVE_INFINITY);
  return silencers;
}

function silencersIn(place: readonly Span[], silenced: SilencedRule): readonly Silencer[] {
  const { end } = silenced.instruction.span;
  // A directive at the end of a file is for nothing, and shall be seen to be unused.
  if (place.length === 0) return [{ ...silenced, from: end, to: end - 1 }];
  return place.map((span) => ({ ...silenced, from: span.start, to: span.end }));
}

/** From `disable` to `enable`, or to the end of the file. */
class Blocks {
  readonly #silencers: Silencer[];
  readonly #open = new Map<string, SilencedRule[]>();

  /** @param silencers is given those that are closed */
  constructor(silencers: Silencer[]) {
    this.#silencers = silencers;
  }

  open(silenced: SilencedRule): void {
    const { pattern } = silenced.rule;
    const same = this.#open.get(pattern);
    if (same === undefined) this.#open.set(pattern, [silenced]);
    else same.push(silenced);
  }

  /** @returns what it names of which nothing is open */
  end({ rules: { length }, span, words }: Instruction, rules: readonly NamedRule[]): readonly NamedRule[] {
    if (length > 0) return rules.filter(({ pattern }) => !this.#close(pattern, span.start));
    const needless = this.#open.size === 0 ? [{ pattern: words, span }] : [];
    this.closeAll(span.start);
    return needless;
  }

  closeAll(to: number): void {
    for (const pattern of [...this.#open.keys()]) this.#close(pattern, to);
  }

  #close(pattern: string, to: number): boolean {
    for (const one of this.#open.get(pattern) ?? [])
      this.#silencers.push({ ...one, from: one.instruction.span.end, to });
    return this.#open.delete(pattern);
  }
}

function placeOf({ verb, span }: Instruction, starts: Starts): readonly Span[] | 'block' | 'unfit' {
  if (verb === 'disable') return 'block';
  if (verb === 'disable-file') return [{ start: 0, end: Number.POSITIVE_INFINITY }];
  const of = verb === 'disable-next-entry' ? starts.entries : verb === 'disable-next-message' ? starts.messages : [];
  if (of.length === 0) return 'unfit';
  const next = partitionPoint(of, (start) => start >= span.end);
  const start = of[next];
  if (start === undefined) return [];
  return [{ start, end: (of[next + 1] ?? Number.POSITIVE_INFINITY) - 1 }];
}

/** Where the entries of libraries and the messages of conversations begin, in the order of the file. */
interface Starts {
  readonly entries: readonly number[];
  readonly messages: readonly number[];
}

function startsOf(documents: readonly Document[]): Starts {
  const entries: number[] = [];
  const messages: number[] = [];
  for (const document of documents) {
    if (document.kind === 'library')
      for (const { title, body } of document.entries)
        entries.push(Math.min(...[title, body].flatMap((text) => (text === undefined ? [] : [startOfText(text)]))));
    else if (document.kind === 'conversation')
      for (const { text } of document.conversation.messages) messages.push(startOfText(text));
  }
  const inOrder = (all: number[]) => [...new Set(all)].sort((a, b) => a - b);
  return { entries: inOrder(entries), messages: inOrder(messages) };
}

function startOfText(text: Text): number {
  return text.locate({ start: 0, end: Math.min(1, text.words.length) }).spans[0]?.start ?? 0;
}

/** Each finding is silenced by the directive that begins last before it, so that one in a silenced block is not needed there. */
function silence(findings: readonly Finding[], silencers: readonly Silencer[]) {
  const suppressed = new Map<Finding, Finding>();
  const used = new Set<NamedRule>();
  const inOrder = [...silencers].sort((a, b) => a.from - b.from);
  /** By pattern: what has begun, with the latest on top. */
  const begun = new Map<string, Silencer[]>();
  let next = 0;
  for (const finding of [...findings].sort((a, b) => startOf(a) - startOf(b))) {
    const at = startOf(finding);
    for (; next < inOrder.length && (inOrder[next] as Silencer).from <= at; next++) {
      const silencer = inOrder[next] as Silencer;
      const stack = begun.get(silencer.rule.pattern);
      if (stack === undefined) begun.set(silencer.rule.pattern, [silencer]);
      else stack.push(silencer);
    }
    let nearest: Silencer | undefined;
    for (const pattern of [finding.rule, `${finding.rule.split('/')[0]}/*`]) {
      const stack = begun.get(pattern) ?? [];
      // What has ended is passed by for good.
      while (stack.length > 0 && (stack.at(-1) as Silencer).to < at) stack.pop();
      const top = stack.at(-1);
      if (top !== undefined && (nearest === undefined || top.from > nearest.from)) nearest = top;
    }
    if (nearest === undefined) continue;
    used.add(nearest.rule);
    suppressed.set(finding, {
      ...finding,
      suppression: { by: 'directive', reason: nearest.instruction.reason },
    });
  }
  return { suppressed, used };
}

/** What is said of the directives themselves. */
class Reports {
  readonly findings: Finding[] = [];
  readonly #path: string;
  readonly #rules: DirectiveRules;
  readonly #fingerprint: Numbering;

  constructor({ path, rules, fingerprint }: DirectiveFile) {
    this.#path = path;
    this.#rules = rules;
    this.#fingerprint = fingerprint;
  }

  add(rule: DirectiveRule, span: Span, words: string, instead?: string): void {
    const severity = this.#rules.severity(rule);
    if (severity !== undefined) this.findings.push(this.#finding(rule, severity, span, words, instead));
  }

  isKnown({ pattern, span }: NamedRule): boolean {
    const isKnown = this.#rules.isKnown(pattern);
    if (!isKnown) this.add('directive/unknown-rule', span, pattern, this.#rules.nearest(pattern));
    return isKnown;
  }

  /** A directive of which nothing is used is reported as a whole. */
  addUnused(silencers: readonly Silencer[], used: ReadonlySet<NamedRule>): void {
    const byInstruction = new Map<Instruction, Set<NamedRule>>();
    for (const { instruction, rule } of silencers) {
      const rules = byInstruction.get(instruction) ?? new Set();
      byInstruction.set(instruction, rules.add(rule));
    }
    for (const [{ span, rules: named }, rules] of byInstruction) {
      const unused = [...rules].filter((rule) => !used.has(rule) && this.#rules.ran(rule.pattern));
      if (unused.length === 0) continue;
      if (unused.length === named.length)
        this.add('directive/unused', span, unused.map(({ pattern }) => pattern).join(', '));
      else for (const { pattern, span: place } of unused) this.add('directive/unused', place, pattern);
    }
  }

  #finding(rule: DirectiveRule, severity: Severity, span: Span, words: string, instead?: string): Finding {
    return {
      rule,
      severity,
      path: this.#path,
      spans: [span],
      exact: true,
      words,
      data: { words },
      instead,
      related: [],
      fingerprint: this.#fingerprint([rule, this.#path, words]),
    };
  }
}
