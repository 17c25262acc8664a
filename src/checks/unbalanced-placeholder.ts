import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import { defineCheck } from './check.ts';

export const unbalancedPlaceholder = defineCheck({
  name: 'unbalanced-placeholder',
  verb: 'forbid',
  about: 'A slot of a template whose brackets do not close as they opened: {{name}, {name}}, %{ticket.id, {% name }',
  options: v.strictObject({}),
  find: (target) =>
    target.messages.flatMap((message) => unbalancedIn(message.words).map((range) => ({ message, range }))),
});

function unbalancedIn(words: string): readonly Range[] {
  if (!/[{}]|<</.test(words)) return [];
  const found: Range[] = [];
  for (const expression of BROKEN) {
    for (const match of words.matchAll(expression)) {
      found.push({ start: match.index, end: match.index + match[0].replace(/[. ]+$/, '').length });
    }
  }
  const apart: Range[] = [];
  for (const range of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (range.start >= (apart.at(-1)?.end ?? 0)) apart.push(range);
  return apart;
}

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.]{1,60}';

/** Each begins or ends a slot and has a name in it, since braces alone may be code or a face. */
const BROKEN: readonly RegExp[] = [
  // {{name}   {{name
  `\\{\\{ ?${NAME}(?: ?\\|[^{}\\n]{0,80})? ?\\}(?!\\})|\\{\\{ ?${NAME}(?![^{}\\n]{0,120}\\})`,
  // {name}}   name}}
  `(?<![{%#$])\\{ ?${NAME}(?: ?\\|[^{}\\n]{0,80})? ?\\}\\}|(?<![\\p{L}\\p{N}_.:"'{%|])(?<!\\{\\{[^{}\\n]{0,120})${NAME} ?\\}\\}`,
  // %{ticket.id   #{ticket.id   ${name
  `[%#$]\\{ ?${NAME}(?![^{}\\n]{0,120}\\})`,
  // {%name}   {name%}
  `\\{% ?${NAME}(?:,[^{}\\n%]{0,80})? ?\\}|(?<!\\{)\\{ ?${NAME}(?:,[^{}\\n%]{0,80})? ?%\\}`,
  // {name
  `(?<![{%#$\\\\])\\{${NAME}(?![^{}\\n]{0,120}\\})`,
  // <<name>   <name>>
  `<<${NAME}>(?!>)|(?<!<)<${NAME}>>`,
].map((source) => new RegExp(source, 'gu'));
