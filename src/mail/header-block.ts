import type { HeaderName } from '../core/mail.ts';
import type { Range } from '../core/span.ts';
import { headerLine } from './header-names.ts';

/** The lines above a mail that is written as one text: "Subject: …", "To: …", and a blank line. */
export interface HeaderBlock {
  /** Where the value of each header stands. The first counts where one is written twice. */
  readonly values: ReadonlyMap<HeaderName, Range>;
  /** Where the body begins. */
  readonly bodyAt: number;
  /** An address of a sender and other headers: nothing but a mail begins so, whatever its body looks like. */
  readonly isUnmistakable: boolean;
}

/**
 * The block at the top of a text, or undefined.
 * @param isMail known to be a mail: any header will do. Else there must be a subject followed by a blank line, or several
 * headers
 */
export function headerBlockIn(words: string, isMail: boolean): HeaderBlock | undefined {
  const values = new Map<HeaderName, Range>();
  let bodyAt = 0;
  let isEnded = false;
  for (const { start, end, next } of topLines(words)) {
    const line = words.slice(start, end);
    isEnded = line.trim() === '';
    if (isEnded && start === 0) return undefined;
    bodyAt = next;
    if (isEnded) break;
    // Headers that do not fit into a line go on in the next, after a blank.
    if (start > 0 && /^[ \t]/.test(line)) continue;
    const header = headerLine(line);
    if (header === undefined) return undefined;
    const { name, value } = header;
    if (name !== undefined && !values.has(name))
      values.set(name, { start: start + value.start, end: start + value.end });
  }
  if (!isEnded && bodyAt < words.length) return undefined;
  const isSure = values.size > 1 || (isEnded && values.has('subject'));
  if (values.size === 0 || !(isMail || isSure)) return undefined;
  const from = values.get('from');
  const hasSender = from !== undefined && words.slice(from.start, from.end).includes('@');
  return { values, bodyAt, isUnmistakable: hasSender && values.size > 2 };
}

function* topLines(words: string): Generator<Range & { readonly next: number }> {
  let start = 0;
  for (let count = 0; start < words.length && count < MOST_LINES; count++) {
    const feed = words.indexOf('\n', start);
    const end = feed < 0 ? words.length : feed;
    const next = feed < 0 ? end : end + 1;
    yield { start, end, next };
    start = next;
  }
}

/** A raw mail may have passed many hands. */
const MOST_LINES = 400;
