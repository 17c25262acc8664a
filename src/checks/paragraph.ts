import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import { sentencesOf } from '../matching/sentences.ts';
import type { Problem } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const paragraph = defineCheck({
  name: 'paragraph',
  verb: 'limit',
  about:
    'How many sentences a paragraph may have. A blank line ends it; so does a line break before an item of a list. Its first sentence is reported.',
  options: v.strictObject({
    sentences: v.pipe(figure(wholeNumber), v.description('How many sentences are allowed in one paragraph.')),
  }),
  find(target, options) {
    const most = figureFor(options.sentences, target);
    if (most === undefined) return NO_PROBLEMS;
    const problems: Problem[] = [];
    for (const message of target.messages) {
      for (const { start, end } of paragraphsOf(message.words)) {
        // A break within a paragraph ends no sentence: lines may be wrapped.
        const words = message.words.slice(start, end).replaceAll('\n', ' ');
        const sentences = sentencesOf(words).filter((range) =>
          /[\p{L}\p{N}]/u.test(words.slice(range.start, range.end)),
        );
        const [first] = sentences;
        if (first === undefined || sentences.length <= most) continue;
        const range = { start: start + first.start, end: start + first.end };
        problems.push({ message, range, data: { count: sentences.length, limit: most } });
      }
    }
    return problems;
  },
});

function* paragraphsOf(words: string): Generator<Range> {
  let start = 0;
  for (const { index, 0: gap } of words.matchAll(BREAK)) {
    if (index > start) yield { start, end: index };
    start = index + gap.length;
  }
  if (start < words.length) yield { start, end: words.length };
}

const BREAK = /\n[ \t]*(?=\n)(?:\n[ \t]*)*|\n(?=[ \t]*(?:[-*•·▪●]\s?|\d{1,2}[.)、．]|[①-⑳]|[（(]\d{1,2}[)）]|>))/gu;
