import { visible } from './visible.ts';

/**
 * Words from strangers as the same words in Markdown, in a cell of a table too: no markup, no HTML, no link, nobody mentioned.
 * A backslash does not keep a renderer from making links of addresses; a piece of code in the middle of them does.
 */
export function markdownText(words: string): string {
  return visible(words).replace(SPECIAL, (sign) => {
    if (sign === '&') return '&amp;';
    if (sign === '<') return '&lt;';
    if (sign === '>') return '&gt;';
    // In a table a backslash before a backslash would part cells after all.
    if (sign === '|') return '&#124;';
    if (sign === '\\') return '&#92;';
    // One piece for all that stand side by side: the marks of two would join.
    return ESCAPED.includes(sign) ? `\\${sign}` : `\`${sign}\``;
  });
}

/** The same as a paragraph of its own, where a mark at its beginning would make it a list or a heading. */
export function markdownParagraph(words: string): string {
  return markdownText(words.trim()).replace(/^(\d*)([-+=#.)])/, '$1\\$2');
}

/** Words from strangers as code, where that is possible. */
export function markdownCode(words: string): string {
  const shown = visible(words);
  return shown.trim() === '' || /[`|\\]/.test(shown) ? markdownText(words) : `\`${shown}\``;
}

const ESCAPED = '`*_[]{}~$^';

/** What begins markup, and what makes an address, a mention or a reference of the words around it. */
const SPECIAL = /[\\`*_[\]{}<>&|~$^]|(?:@|#(?=\w)|\/(?=\/)|(?<=\bwww)\.|(?<=[\p{L}\p{N}-])\.(?=\p{L}))+/giu;
