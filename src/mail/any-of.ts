/** A group for a regular expression: any of the words, the longest first, with any white space for a space. */
export function anyOf(words: readonly string[]): string {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word
        .normalize('NFC')
        .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
        .replace(/ /g, '\\s+'),
    );
  return `(?:${escaped.join('|')})`;
}
