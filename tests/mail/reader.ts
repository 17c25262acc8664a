import type { MailPart } from '../../src/checks/check.ts';
import type { Message } from '../../src/core/conversation.ts';
import { verbatim } from '../../src/core/text.ts';
import { NO_CONTEXT } from '../../src/detectors/detector.ts';
import type { PartReader } from '../../src/engine/mail-parts.ts';
import { MailParts, mailConcepts } from '../../src/engine/mail-parts.ts';
import { createMatcher } from '../../src/matching/matcher.ts';
import { sentencesOf } from '../../src/matching/sentences.ts';
import { PLAN } from '../shipped.ts';

const matcher = createMatcher(PLAN.book);

/** Takes a mail apart as the linter does. */
export function partsOf(body: string, subject?: string): MailParts {
  const headers = subject === undefined ? {} : { subject: verbatim(subject, 1000) };
  const message: Message = {
    index: 0,
    role: 'agent',
    text: verbatim(body, 0),
    mail: { headers, isBulk: false },
  };
  const read: PartReader = (part, words) => ({
    message: part,
    words,
    reading: matcher.read(words, NO_CONTEXT),
    sentences: sentencesOf(words),
    language: undefined,
    facts: {},
    pause: undefined,
  });
  return new MailParts(message, mailConcepts(PLAN.book), false, read);
}

/** The words of a part, without the blanks around them; undefined where the mail does not have it. */
export function wordsOf(mail: MailParts, part: MailPart): string | undefined {
  return mail
    .part(part)
    ?.words.replace(/[ \t]*\n(?:[ \t]*\n)*[ \t]*/g, '\n')
    .trim();
}
