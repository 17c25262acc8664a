import * as v from 'valibot';
import { defineCheck } from './check.ts';

export const blank = defineCheck({
  name: 'blank',
  verb: 'forbid',
  about: 'A place with nothing in it but white space: a subject that is only "Re:", a mail without words.',
  options: v.strictObject({}),
  find(target) {
    const [message] = target.messages;
    if (message === undefined || target.messages.some(({ words }) => words.trim() !== '')) return [];
    return [{ message, range: { start: 0, end: 0 } }];
  },
});
