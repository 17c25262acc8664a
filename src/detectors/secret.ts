import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const secret: Detector = {
  name: 'secret',
  about: 'A password, PIN or code where a phrase expects one: q1w2e3r4, 4821, 482913, Tiger!Moon',
  secret: { everywhere: false, hidden: (found) => [{ start: 0, end: found.length }] },
  find: ({ words }) => rangesOf(TOKEN, words).filter(({ start, end }) => isSecret(words.slice(start, end))),
};

/** What people type without a blank; quotes and marks around it belong to the sentence. */
const TOKEN =
  /(?<![A-Za-z0-9０-９])(?:[A-Za-z0-9０-９][!-&*-;<-~]{1,62}[A-Za-z0-9０-９!@#$%&*+=?]|[０-９]{3,12})(?<![.?!])(?![A-Za-z0-9０-９])/g;

/** Words of a language have neither figures nor capitals inside. */
function isSecret(token: string): boolean {
  if (token.length < 3 || /^(?:https?:|www\.)|@\w+\.\w/.test(token)) return false;
  // A date, a time, a sum, a range
  if (/^\d{1,4}[-/.:]\d{1,2}(?:[-/.:]\d{1,4})?$|^\d+[-–]\d+$/.test(token)) return false;
  return /[0-9０-９]/.test(token) || /[a-z][A-Z]|[a-z][!@#$%&*+=?][A-Za-z]/.test(token);
}
