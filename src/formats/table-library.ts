import { rowDirectives } from '../core/row-directives.ts';
import type { RowsFormat } from './format.ts';

export const tableLibrary: RowsFormat = {
  name: 'table-library',
  about:
    'Canned replies in CSV, TSV or a sheet, one a row: the words, perhaps a title; exports of Zammad and Qianniu as they are.',
  kind: 'library',
  syntax: 'rows',
  tells: { files: 'CSV, TSV, XLSX', roles: 'the agent’s', times: '', refuses: 'workbooks' },
  likeness: ({ fields }) => (fields.has('body') ? 0.9 : 0),
  read(source, table) {
    const { rows, problems } = table.rows(source);
    const entries = rows.flatMap((row) => {
      if (row.words('body') === undefined) return [];
      const hasTitle = row.words('title') !== undefined;
      return [
        {
          id: undefined,
          title: hasTitle ? row.text('title') : undefined,
          body: row.text('body'),
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
