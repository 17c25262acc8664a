/** The line above each mail of a mailbox file, by the date in it: "From ann@example.com Wed May  1 10:20:26 2024". */
const SEPARATOR =
  /^From (?:\S.{0,200} )?(?:(?:mon|tue|wed|thu|fri|sat|sun),? )?(?:[a-z]{3} {1,2}\d{1,2} {1,2}\d{1,2}:\d{2}(?::\d{2})? .{0,30}\d{4}|\d{1,2} [a-z]{3} \d{4} \d{1,2}:\d{2})/i;

/** Longer than any line that parts mails. */
export const LONGEST_SEPARATOR = 400;

/** Whether a mail of a mailbox file begins here. @param at where a line begins */
export function isSeparator(bytes: string, at: number): boolean {
  if (!bytes.startsWith('From ', at)) return false;
  const feed = bytes.indexOf('\n', at);
  const end = feed < 0 ? bytes.length : feed;
  return SEPARATOR.test(bytes.slice(at, Math.min(end, at + LONGEST_SEPARATOR)));
}

/** Where the mails of a mailbox file begin. */
export function separatorsIn(bytes: string): readonly number[] {
  const found: number[] = [];
  if (isSeparator(bytes, 0)) found.push(0);
  for (let at = bytes.indexOf('\nFrom '); at >= 0; at = bytes.indexOf('\nFrom ', at + 1))
    if (isSeparator(bytes, at + 1)) found.push(at + 1);
  return found;
}

/** The mails of a mailbox file, or of a run of whole mails of it. What stands above the first is none. */
export function mailsIn(bytes: string): readonly { readonly start: number; readonly end: number }[] {
  const starts = separatorsIn(bytes);
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? bytes.length }));
}
