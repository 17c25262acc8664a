import type { Range } from '../core/span.ts';
import type { Grammar } from './vendor.ts';

/** A slot of a template, with the name of what belongs there. */
export interface Slot extends Range {
  /** What opens it: of a vendor's grammar, or the brackets that people use. */
  readonly grammar: Grammar | '{' | '[' | '<<' | '【';
  /** Without filters and fallbacks. */
  readonly name: string;
  /** Where the name stands in the words. */
  readonly named: Range;
}

/** The slots in words, in reading order. Tags of a template language ({% if … %}) are none. */
export function slotsIn(words: string): readonly Slot[] {
  if (!/[{[【]|<</.test(words)) return [];
  const slots: Slot[] = [];
  for (const match of words.matchAll(SLOT)) {
    const opening = OPENING.exec(match[0])?.[0] as Slot['grammar'];
    const inside = match[0].slice(opening.length);
    const blank = /^\s*/.exec(inside)?.[0].length ?? 0;
    const name = (NAME.exec(inside.slice(blank))?.[0] ?? '').trimEnd();
    if (name === '' || (opening === '{%' && TAG.test(name))) continue;
    const start = match.index + opening.length + blank;
    slots.push({
      start: match.index,
      end: match.index + match[0].length,
      grammar: opening,
      name,
      named: { start, end: start + name.length },
    });
  }
  return slots;
}

const SLOT =
  /(?:(?:\{\{)[^{}\n]{1,120}\}\}|(?:\{%)[^{}\n]{1,120}%\}|(?:[%#]\{)[^{}\n]{1,120}\}|(?:\{)[^{}\n]{1,60}\}|(?:\[)[^[\]\n]{2,60}\](?!\()|(?:<<)[^<>\n]{1,60}>>|(?:【)[^【】\n]{2,20}】)/gu;
const OPENING = /^(?:\{\{|\{%|[%#]\{|\{|\[|<<|【)/;
const NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.' -]*/u;
const TAG =
  /^-? ?(?:if|elsif|else|endif|unless|endunless|case|when|endcase|for|endfor|assign|capture|comment|raw|end\w+)(?:\b|$)/;
