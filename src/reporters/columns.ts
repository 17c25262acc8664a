import stringWidth from 'fast-string-width';

/** Rows of a table as lines: the first column to the left, figures to the right. East Asian characters take two columns. */
export function alignedColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, stringWidth(cell));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const blanks = ' '.repeat((widths[column] as number) - stringWidth(cell));
        return column === 0 ? `${cell}${blanks}` : `${blanks}${cell}`;
      })
      .join('  ')
      .trimEnd(),
  );
}
