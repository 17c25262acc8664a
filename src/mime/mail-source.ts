import type { MailSource } from '../core/mail-source.ts';
import type { Source } from '../core/source.ts';
import { wholeFile } from '../core/source.ts';
import { charsetNamed } from './charset.ts';
import { shownLines } from './shown-lines.ts';

/**
 * What makes a source one of mails.
 * @param guess the encoding of bytes that nothing names it of
 */
export function mailSource(holds: MailSource['holds'], guess: (bytes: string) => string | undefined): MailSource {
  const known = (bytes: string) => {
    const name = guess(bytes);
    return name === undefined ? undefined : charsetNamed(name);
  };
  return {
    holds,
    guess: known,
    lines: (source) => shownLines(source, { isMbox: holds === 'mbox', guess: known }),
  };
}

/** A mail or a mailbox file as one source. @param bytes one unit each, as `latin1` decodes them */
export function wholeMailFile(
  path: string,
  bytes: string,
  holds: MailSource['holds'],
  guess: (bytes: string) => string | undefined = () => undefined,
): Source {
  return { ...wholeFile(path, bytes), mails: mailSource(holds, guess) };
}
