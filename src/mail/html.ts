/** Whether a body is written as HTML: the tags of a page, not a lone <b>. */
export function isHtml(words: string): boolean {
  return PAGE_TAG.test(words) && /<\/?[a-z][^<>]{0,400}>/i.test(words);
}

const PAGE_TAG =
  /<(?:!doctype html|html|body|head|table|tr|td|div|p|br|span|font|img|a|ul|ol|li|h[1-6])(?:\s[^<>]{0,2000})?\/?>/i;

/**
 * The words of an HTML body: of the same length, with blanks in place of its tags, comments and styles, and line breaks
 * where blocks end. Entities but spaces stay as they are written.
 */
export function withoutTags(words: string): string {
  const lower = words.toLowerCase();
  const endless = new Set<string>();
  /** Where what begins here ends; the text is not searched again for an end that it does not have. */
  const endAfter = (end: string, from: number): number | undefined => {
    const at = endless.has(end) ? -1 : lower.indexOf(end, from);
    if (at < 0) endless.add(end);
    return at < 0 ? undefined : at + end.length;
  };
  let result = '';
  let done = 0;
  for (let at = words.indexOf('<'); at >= 0; at = words.indexOf('<', Math.max(done, at + 1))) {
    const isComment = words.startsWith('<!--', at);
    TAG.lastIndex = at;
    const tag = isComment ? null : TAG.exec(words);
    const name = tag?.[1]?.toLowerCase() ?? '';
    const end = isComment
      ? endAfter('-->', at)
      : tag === null
        ? undefined
        : ((HIDDEN.has(name) ? endAfter(`</${name}>`, at) : undefined) ?? at + tag[0].length);
    if (end === undefined) continue;
    const gap = words.slice(at, end).replace(/[^\n]/g, ' ');
    const breaks = BREAKS.get(name) ?? 0;
    result += words.slice(done, at) + gap.slice(0, gap.length - breaks) + '\n'.repeat(breaks);
    done = end;
  }
  return (result + words.slice(done)).replace(/&nbsp;/gi, '      ');
}

const TAG = /<[/!]?([a-z][a-z0-9]{0,20})(?:\s[^<>]*)?\/?>/iy;
const HIDDEN: ReadonlySet<string> = new Set(['style', 'script', 'title']);

/** How many line breaks a tag stands for; a paragraph is parted by a blank line. Every tag is longer. */
const BREAKS: ReadonlyMap<string, number> = new Map([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'table'].map((name) => [name, 2] as const),
  ...['br', 'div', 'li', 'tr', 'td', 'hr', 'body'].map((name) => [name, 1] as const),
]);
