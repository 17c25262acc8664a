import * as v from 'valibot';
import type { Problem } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const runs = defineCheck({
  name: 'runs',
  verb: 'forbid',
  about: 'The same mark, or marks of one group, too often in a row: !!, ？！？, 。。。',
  options: v.strictObject({
    of: v.pipe(
      v.array(v.pipe(v.string(), v.nonEmpty())),
      v.minLength(1),
      v.description('Groups of marks; "!！" is one group of two marks.'),
    ),
    most: v.pipe(figure(count), v.description('The longest run that is allowed.')),
    except: v.optional(v.pipe(v.array(v.string()), v.description('Runs that are right as they are.')), []),
  }),
  find(target, options) {
    const most = figureFor(options.most, target);
    if (most === undefined) return NO_PROBLEMS;
    const expression = runExpression(options.of, most + 1);
    let problems: Problem[] | undefined;
    for (const message of target.messages) {
      // matchAll makes an expression of its own for every text, and nearly all texts have no run.
      if (message.words.search(expression) < 0) continue;
      for (const match of message.words.matchAll(expression)) {
        if (options.except.includes(match[0])) continue;
        problems ??= [];
        problems.push({
          message,
          range: { start: match.index, end: match.index + match[0].length },
          data: { count: [...match[0]].length, limit: most },
        });
      }
    }
    return problems ?? NO_PROBLEMS;
  },
});

const expressions = new WeakMap<readonly string[], Map<number, RegExp>>();

function runExpression(groups: readonly string[], least: number): RegExp {
  let known = expressions.get(groups);
  if (known === undefined) {
    known = new Map();
    expressions.set(groups, known);
  }
  let expression = known.get(least);
  if (expression === undefined) {
    const signs = (group: string) => [...group].map((mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`).join('');
    expression = new RegExp(groups.map((group) => `[${signs(group)}]{${least},}`).join('|'), 'gu');
    known.set(least, expression);
  }
  return expression;
}
