import * as v from 'valibot';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const steps = defineCheck({
  name: 'steps',
  verb: 'limit',
  about:
    'How many steps in a row may be given, numbered from one: 1. 2. 3., ①②③, Step 1, 第一步, 1-қадам, 1)打开 2)取出. The first one too many is reported.',
  options: v.strictObject({ most: v.pipe(figure(wholeNumber), v.description('How many are allowed.')) }),
  find(target, options) {
    const most = figureFor(options.most, target);
    if (most === undefined) return NO_PROBLEMS;
    return target.messages.flatMap((message) => tooManySteps(message, most));
  },
});

function tooManySteps(message: ReadMessage, most: number): readonly Problem[] {
  const problems: Problem[] = [];
  let last = 0;
  let tooMany: Problem | undefined;
  const close = () => {
    if (tooMany !== undefined) problems.push({ ...tooMany, data: { count: last, limit: most } });
    tooMany = undefined;
    last = 0;
  };
  for (const match of message.words.matchAll(MARK)) {
    const number = numberOf(match.groups ?? {});
    if (number !== last + 1) {
      // A number inside a step goes on with nothing; a new list begins with one.
      if (number !== 1) continue;
      close();
    }
    last = number;
    if (number === most + 1) {
      const start = match.index + match[0].length - match[0].trimStart().length;
      tooMany = { message, range: { start, end: endOfLine(message.words, start) } };
    }
  }
  close();
  return problems;
}

/**
 * A mark of a step where a step can begin: at the start of a line, or after white space or the end of a clause. Days
 * and sums ("3.5", "2 items") are none. White space before it counts at the start of a line alone: sought from each of its
 * signs, a long run of it would cost the square of its length.
 */
const MARK =
  /(?:(?:^|\n)[ \t]*|(?<=[\s。；;，,、！!：:.]))[*_]{0,2}(?:(?<digit>\d{1,2})(?:[.)、．）](?!\d)|(?=\p{Script=Han}{2})|\uFE0F?\u20E3)|[（(](?<bracket>\d{1,2})[)）]|(?<circle>[①-⑳])|第(?<han>[一二三四五六七八九十])步|step (?<step>\d{1,2})(?!\d)|(?<qadam>\d{1,2})-(?:қадам|кадам|шаг))/giu;

const HAN_DIGITS = '一二三四五六七八九十';

function numberOf({ digit, bracket, circle, han, step, qadam }: Readonly<Record<string, string | undefined>>): number {
  if (circle !== undefined) return circle.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  if (han !== undefined) return HAN_DIGITS.indexOf(han) + 1;
  return Number(digit ?? bracket ?? step ?? qadam);
}

/** The rest of the line, so that the step can be read. */
function endOfLine(words: string, from: number): number {
  const feed = words.indexOf('\n', from);
  return feed < 0 ? words.trimEnd().length : feed;
}
