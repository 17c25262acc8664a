/** The fixtures that hold the kettle in rows or under headings, with what each carries. */
export const ROW_CONVERSATIONS: Readonly<
  Record<string, { readonly many: number; readonly names: boolean; readonly times: boolean }>
> = {
  'conversations.csv': { many: 2, names: true, times: true },
  'conversations.tsv': { many: 1, names: false, times: false },
  'conversations-utf16.csv': { many: 1, names: true, times: true },
  'conversations.xlsx': { many: 1, names: true, times: true },
  'rows.jsonl': { many: 2, names: true, times: true },
  'rows-fields.jsonl': { many: 1, names: true, times: true },
};

export const ROW_LIBRARIES: Readonly<Record<string, { readonly titles: boolean; readonly format: string }>> = {
  'library.xlsx': { titles: true, format: 'table-library' },
  'library-gb18030.csv': { titles: true, format: 'table-library' },
  'library-zammad.csv': { titles: true, format: 'table-library' },
  'library-header.csv': { titles: true, format: 'table-library' },
  'library-fenced.md': { titles: true, format: 'markdown-library' },
  'library-quoted.md': { titles: true, format: 'markdown-library' },
  'library-headings.md': { titles: true, format: 'markdown-library' },
};

export const ROW_FILES: readonly string[] = [...Object.keys(ROW_CONVERSATIONS), ...Object.keys(ROW_LIBRARIES)];
