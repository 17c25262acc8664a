import type { Directive } from './directive.ts';
import { directiveAt } from './directive.ts';
import type { ColumnField, Row, Table } from './table.ts';

/**
 * What a column of a table says to silence rules in its row. No customer writes a column of its own, so it counts in
 * conversations too.
 */
export function rowDirectives(rows: readonly Row[], { fields }: Table): readonly Directive[] {
  if (!fields.has('directive')) return [];
  return rows.flatMap((row): readonly Directive[] => {
    const words = row.words('directive');
    if (words === undefined) return [];
    const start = words.length - words.trimStart().length;
    const cell = row.text('directive').locate({ start, end: words.trimEnd().length }).spans[0] ?? { start: 0, end: 0 };
    const over = WORDS.flatMap((field) => {
      const said = row.words(field);
      return said === undefined ? [] : row.text(field).locate({ start: 0, end: said.length }).spans;
    });
    const directive = directiveAt(words.trim(), cell.start, over);
    const { span } = directive;
    if (directive.kind === 'instruction' && directive.verb === 'disable') return [directive];
    return [{ kind: 'malformed', span, words: directive.words }];
  });
}

/** Where findings of a row are. */
const WORDS: readonly ColumnField[] = ['text', 'title', 'body', 'subject'];
