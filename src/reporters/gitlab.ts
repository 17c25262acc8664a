import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Finding, Severity } from '../core/finding.ts';
import type { Lines } from '../core/source.ts';
import { jsonText } from './json-text.ts';
import { Ordinals } from './ordinals.ts';
import { extentOf } from './place.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './visible.ts';

export const gitlab: Reporter = {
  name: 'gitlab',
  about: 'The Code Quality report of GitLab; error, warning and info are major, minor and info.',
  async *report(run, { sentence }) {
    const ordinals = new Ordinals();
    let between = '\n';
    yield '[';
    for await (const { findings, lines } of run) {
      for (const finding of findings) {
        const told = finding.fingerprint ?? finding.rule;
        const fingerprint = fingerprintFor(finding.path, told, ordinals.next(finding.path, told));
        yield `${between}${jsonText(issue(finding, lines(), sentence(finding).message, fingerprint))}`;
        between = ',\n';
      }
    }
    yield '\n]\n';
  },
};

function issue(finding: Finding, lines: Lines, message: string, fingerprint: string) {
  const { start, end } = extentOf(finding, lines);
  const description = start.cell === undefined ? message : `${start.cell}: ${message}`;
  return {
    description: visible(description),
    check_name: finding.rule,
    fingerprint,
    severity: SEVERITY[finding.severity],
    location: { path: finding.path.replace(/^(?:\.\/)+/, ''), lines: { begin: start.line, end: end.line } },
  };
}

/** GitLab drops the second of two that are the same, though they stand in other files. */
function fingerprintFor(path: string, fingerprint: string, ordinal: number): string {
  return bytesToHex(sha256(utf8ToBytes(`${path}\0${fingerprint}\0${ordinal}`)).subarray(0, 16));
}

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };
