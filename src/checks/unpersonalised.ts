import * as v from 'valibot';
import type { CannedMatch } from '../matching/canned-replies.ts';
import { firstClause } from '../matching/sentences.ts';
import { tokensOf } from '../matching/shingles.ts';
import { defineCheck } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const unpersonalised = defineCheck({
  name: 'unpersonalised',
  verb: 'forbid',
  about:
    'A reply that is a canned one with nothing of its own: no name, no figure, no slot filled in. Silent where no `libraries` are configured.',
  options: v.strictObject({
    share: v.pipe(
      figure(count),
      v.description('The smallest share of the reply, in percent, that stands in the canned one.'),
    ),
    words: v.pipe(figure(count), v.description('Shorter replies, in words or Han characters, may be canned.')),
  }),
  find(target, options) {
    const share = figureFor(options.share, target);
    const words = figureFor(options.words, target);
    const [first] = target.messages;
    if (target.canned === undefined || share === undefined || words === undefined || first === undefined) return [];
    const said = target.messages.map((message) => message.words).join('\n');
    if (tokensOf(said).length < words) return [];
    const match = target.canned.nearest(said);
    if (match === undefined || match.share * 100 < share || isPersonal(match)) return [];
    return [
      {
        message: first,
        range: firstClause(first.words),
        data: { entry: match.name, share: Math.floor(match.share * 100) },
      },
    ];
  },
});

/** A slot was filled in, or a figure, a name or a form of address was added. */
function isPersonal({ own, hasSlots }: CannedMatch): boolean {
  if (hasSlots && own.length > 0) return true;
  return own.some((word) => /\p{N}|^\p{Lu}/u.test(word)) || ADDRESS.test(own.join(''));
}

const ADDRESS = /先生|女士|小姐|太太|老师|同学|總|总/u;
