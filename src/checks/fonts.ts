import * as v from 'valibot';
import type { Problem } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const fonts = defineCheck({
  name: 'fonts',
  verb: 'forbid',
  about: 'Fonts in HTML that are hard to read: families that are not in the list, and sizes that are too small.',
  options: v.strictObject({
    families: v.pipe(
      v.array(v.string()),
      v.description('Families that everybody can read; the first one of a style must be one of them.'),
    ),
    smallest: v.pipe(figure(wholeNumber), v.description('The smallest size, in pixels; a point is 4/3 of one.')),
  }),
  find(target, options) {
    const smallest = figureFor(options.smallest, target) ?? 0;
    const families = new Set(options.families.map((family) => family.toLowerCase()));
    const problems: Problem[] = [];
    for (const message of target.messages) {
      if (!message.words.includes('font')) continue;
      for (const match of message.words.matchAll(STYLE)) {
        const { family = '', size, unit = '', face = '' } = match.groups ?? {};
        const isBad =
          size === undefined
            ? !isReadable(family === '' ? face : family, families)
            : pixels(Number(size), unit.toLowerCase()) < smallest;
        if (isBad)
          problems.push({ message, range: { start: match.index, end: match.index + match[0].trimEnd().length } });
      }
    }
    return problems.length === 0 ? NO_PROBLEMS : problems;
  },
});

const STYLE =
  /font-family\s{0,5}:\s{0,5}(?<family>(?:&quot;|[^;{}<>]){1,200}?)(?=\s{0,5}(?:[;}<>]|"\s?[;>]|"\s+[a-z-]+=|$))|font-size\s{0,5}:\s{0,5}(?<size>\d{1,4}(?:\.\d{1,4})?)\s?(?<unit>px|pt|em|rem|%)|<font\s[^<>]{0,200}?face\s{0,5}=\s{0,5}["'](?<face>[^"'<>]{1,200})["']/giu;

function isReadable(list: string, families: ReadonlySet<string>): boolean {
  const first = (list.split(',')[0] as string)
    .replace(/&quot;|["']/g, '')
    .trim()
    .toLowerCase();
  // Variables and keywords take the font of the client.
  return first === '' || /^(?:inherit|initial|unset|var\()/.test(first) || families.has(first);
}

/** An em and a hundred per cent are the size around it, usually 16 pixels. */
function pixels(size: number, unit: string): number {
  switch (unit) {
    case 'pt':
      return (size * 4) / 3;
    case 'em':
    case 'rem':
      return size * 16;
    case '%':
      return (size * 16) / 100;
    default:
      return size;
  }
}
