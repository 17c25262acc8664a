import type { Range } from '../core/span.ts';

/** A line of a mail, without its break. */
export interface MailLine extends Range {
  readonly words: string;
  readonly isBlank: boolean;
}

export function linesOfMail(words: string): readonly MailLine[] {
  const lines: MailLine[] = [];
  for (let start = 0; start <= words.length; ) {
    const feed = words.indexOf('\n', start);
    const end = feed < 0 ? words.length : feed;
    const line = words.slice(start, end);
    lines.push({ start, end, words: line, isBlank: line.trim() === '' });
    start = end + 1;
  }
  return lines;
}
