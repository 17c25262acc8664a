import type { Finding } from '../core/finding.ts';
import type { Fix } from '../core/fix.ts';
import type { SourceReport } from './reporter.ts';

/**
 * The fix of a finding for programs that write text into files. Edits of mails are bytes in the mail's own encoding, which such a
 * program would write as other bytes; so of these only plain ASCII is told.
 */
export function writableFix({ fix }: Finding, { source }: Pick<SourceReport, 'source'>): Fix | undefined {
  const isText = source.mails === undefined || fix?.edits.every(({ words }) => !/[^\0-\x7f]/.test(words)) === true;
  return isText ? fix : undefined;
}
