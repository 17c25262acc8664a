import * as v from 'valibot';
import { firstClause } from '../matching/sentences.ts';
import { defineCheck, MAIL_PARTS } from './check.ts';

export const part = defineCheck({
  name: 'part',
  verb: 'require',
  about: 'A part that a mail must have: its absence is a finding at the first clause. Other channels have no parts.',
  options: v.strictObject({
    any: v.pipe(
      v.array(v.picklist(MAIL_PARTS)),
      v.minLength(1),
      v.description('One of these must be there: signature, quoted part, …'),
    ),
  }),
  find(target, { any }) {
    const mails = target.messages.filter(({ mail }) => mail !== undefined);
    if (mails.some(({ mail }) => any.some((one) => mail?.part(one) !== undefined))) return [];
    const message = mails.find(({ words }) => words.trim() !== '');
    return message === undefined ? [] : [{ message, range: firstClause(message.words) }];
  },
});
