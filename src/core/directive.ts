import type { Span } from './span.ts';

/** What may stand behind `replylint-`. */
export const DIRECTIVE_VERBS = [
  'disable-next-line',
  'disable-next-entry',
  'disable-next-message',
  'disable-file',
  'disable',
  'enable',
] as const;
export type DirectiveVerb = (typeof DIRECTIVE_VERBS)[number];

/** What somebody wrote beside the words of a file to silence rules there. */
export type Directive = Instruction | BadDirective;

/** A directive that can be understood. */
export interface Instruction {
  readonly kind: 'instruction';
  readonly verb: DirectiveVerb;
  /** From `replylint-` to the end of the reason. */
  readonly span: Span;
  readonly words: string;
  /** Empty only for `enable`, which then ends everything that is open. */
  readonly rules: readonly NamedRule[];
  readonly reason: string | undefined;
  /** What it is for, where that shows as soon as it is read: the next line, the row of its cell. */
  readonly over?: readonly Span[] | undefined;
}

/** An id, or `greeting/*` for a category, and where it stands. */
export interface NamedRule {
  readonly pattern: string;
  readonly span: Span;
}

/** What was meant as a directive and silences nothing. */
export interface BadDirective {
  /** `untrusted`: it stands among what was said, where a customer may have written it. */
  readonly kind: 'malformed' | 'untrusted';
  readonly span: Span;
  readonly words: string;
}

/** A directive by its words alone, its places counted from the start of these words; undefined where it is none. */
export function readDirective(words: string): Omit<Instruction, 'span' | 'over'> | undefined {
  const parts = /^replylint-([a-z-]+?)(?=\s|--|—|$)/.exec(words);
  const verb = DIRECTIVE_VERBS.find((one) => one === parts?.[1]);
  if (verb === undefined) return undefined;
  const from = (parts as RegExpExecArray)[0].length;
  // Chinese input methods write one dash or two of full width where others write two hyphens.
  const dash = /\s-{2,}(?=\s|$)|\s?[—–]+/.exec(words.slice(from));
  const until = dash === null ? words.length : from + dash.index;
  const rules: NamedRule[] = [];
  for (const { 0: pattern, index } of words.slice(from, until).matchAll(/[^\s,，、]+/g)) {
    if (!RULE_PATTERN.test(pattern)) return undefined;
    rules.push({ pattern, span: { start: from + index, end: from + index + pattern.length } });
  }
  if (rules.length === 0 && verb !== 'enable') return undefined;
  const reason = dash === null ? '' : words.slice(until + dash[0].length).trim();
  return { kind: 'instruction', verb, words, rules, reason: /[\p{L}\p{N}]/u.test(reason) ? reason : undefined };
}

const RULE_PATTERN = /^[a-z0-9-]+\/(?:[a-z0-9-]+|\*)$/;

/** A directive with its place. @param start offset of `words` in the file */
export function directiveAt(words: string, start: number, over?: readonly Span[]): Directive {
  const span = { start, end: start + words.length };
  const read = readDirective(words);
  if (read === undefined) return { kind: 'malformed', span, words };
  const rules = read.rules.map(({ pattern, span: inside }) => ({
    pattern,
    span: { start: start + inside.start, end: start + inside.end },
  }));
  return { ...read, rules, span, over };
}

/** Whether a rule is the named one, or of the named category. */
export function isNamedBy(pattern: string, rule: string): boolean {
  return pattern.endsWith('/*') ? rule.startsWith(pattern.slice(0, -1)) : rule === pattern;
}

/** Whether the words hold anything that may be a directive; most files hold none, and are looked at no closer. */
export function mayHoldDirective(words: string): boolean {
  return /replylint-/i.test(words);
}
