import { rowDirectives } from '../core/row-directives.ts';
import type { Text } from '../core/text.ts';
import { isHtml } from '../mail/html.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { RowsFormat } from './format.ts';

export const tableLibrary: RowsFormat = {
  name: 'table-library',
  about:
    'Canned replies in CSV, TSV or a sheet, one a row: the words, perhaps a title; exports of Zammad and Qianniu as they are.',
  kind: 'library',
  syntax: 'rows',
  hasHtml: true,
  tells: {
    files: 'CSV, TSV, XLSX',
    knownBy: 'columns for a title and words, or words alone',
    roles: 'the agent’s',
    times: '',
    refuses: 'workbooks, across HTML tags',
    positions: 'exact; in workbooks the cell',
    streams: 'CSV, TSV',
  },
  likeness: ({ fields }) => (fields.has('body') ? 0.9 : 0),
  read(source, table, _, html) {
    const { rows, problems } = table.rows(source);
    const entries = rows.flatMap((row) => {
      if (row.words('body') === undefined) return [];
      const hasTitle = row.words('title') !== undefined;
      return [
        {
          id: undefined,
          title: hasTitle ? row.text('title') : undefined,
          body: bodyOf(row.text('body'), html),
          language: row.words('language')?.trim(),
        },
      ];
    });
    return {
      documents: [{ kind: 'library', entries, guesses: table.guesses }],
      problems,
      directives: rowDirectives(rows, table),
    };
  },
};

/** Help desks such as Zammad write their replies as HTML; the tags of a page show it. */
function bodyOf(body: Text, html: HtmlReader | undefined): Text {
  return html !== undefined && isHtml(body.words) ? html(body) : body;
}
