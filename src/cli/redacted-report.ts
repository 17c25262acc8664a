import type { Finding } from '../core/finding.ts';
import type { Redaction } from '../engine/redaction.ts';
import type { SourceReport } from '../reporters/reporter.ts';

/**
 * The report as every format shows it under `--redact`: formats see nothing of the sources but what this lets through.
 * @param copied is told of each finding that takes the place of another
 */
export function redactedReport(
  { source, findings, suppressed, lines }: SourceReport,
  redaction: Redaction,
  copied: (finding: Finding, was: Finding) => void,
): SourceReport {
  const pathOf = new Map([[redaction.path(source.path), source.path]]);
  for (const { related } of findings) for (const { path } of related) pathOf.set(redaction.path(path), path);
  const redacted = (finding: Finding) => {
    const made = redaction.finding(finding);
    copied(made, finding);
    return made;
  };
  return {
    source: { ...source, path: redaction.path(source.path), text: '' },
    findings: findings.map(redacted),
    suppressed: suppressed.map(redacted),
    lines: (path) => {
      const original = path === undefined ? source.path : (pathOf.get(path) ?? path);
      return redaction.lines(lines(original), original);
    },
  };
}
