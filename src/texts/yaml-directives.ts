import type { Directive } from '../core/directive.ts';
import { mayHoldDirective } from '../core/directive.ts';
import type { FoundDirective } from './directive-lines.ts';
import { directivesAt } from './directive-lines.ts';

/** Collects the directives among the comments of a YAML text. */
export interface DirectiveComments {
  readonly add: (comment: string, offset: number) => void;
  directives(): readonly Directive[];
}

/** @returns undefined where no comment can hold one. @param base offset of the text in its file */
export function directiveComments(text: string, base: number): DirectiveComments | undefined {
  if (!mayHoldDirective(text)) return undefined;
  const found: FoundDirective[] = [];
  /** Those that stand behind a value: it would not be clear what they are for. */
  const trailing = new Set<number>();
  return {
    add(comment, offset) {
      const parts = /^(#[ \t]*)(replylint-.*?)[ \t\r]*$/i.exec(comment);
      if (parts === null) return;
      const start = offset + (parts[1] as string).length;
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      if (/\S/.test(text.slice(lineStart, offset))) trailing.add(base + start);
      const range = { start, end: start + (parts[2] as string).length };
      found.push({ range, line: { start: lineStart, end: offset + comment.length } });
    },
    directives: () =>
      directivesAt(found, text, ({ start, end }) => ({ start: base + start, end: base + end })).map((directive) =>
        trailing.has(directive.span.start)
          ? { kind: 'malformed', span: directive.span, words: directive.words }
          : directive,
      ),
  };
}
