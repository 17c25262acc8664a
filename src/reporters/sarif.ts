import type { ArtifactLocation, Fix, Location, Region, ReportingDescriptor, Result, Run, Suppression } from 'sarif';
import type { Finding, Severity, Suppression as Silence } from '../core/finding.ts';
import type { Lines } from '../core/source.ts';
import { jsonText } from './json-text.ts';
import { markdownParagraph } from './markdown-text.ts';
import { Ordinals } from './ordinals.ts';
import type { Extent } from './place.ts';
import { extentOf } from './place.ts';
import type { ReportContext, Reporter, RuleDescription, SourceReport } from './reporter.ts';
import { visible } from './visible.ts';

export const sarif: Reporter = {
  name: 'sarif',
  about:
    'SARIF 2.1.0, for GitHub code scanning and others: rules with help, what made them speak, fingerprints, fixes, silenced findings.',
  showsFixes: true,
  async *report(run, context) {
    const rules = new Rules(context);
    const ordinals = new Ordinals();
    let isComplete = true;
    let between = '\n';
    yield `{"$schema":"${SCHEMA}","version":"2.1.0","runs":[{"columnKind":"utf16CodeUnits","results":[`;
    for await (const report of run) {
      for (const finding of [...report.findings, ...report.suppressed]) {
        if (finding.rule.startsWith('input/')) isComplete = false;
        const result = resultOf(finding, report, context);
        const told = finding.fingerprint ?? finding.rule;
        const line = `${told}:${ordinals.next(finding.path, told)}`;
        yield `${between}${jsonText({
          ...result,
          ruleIndex: await rules.indexOf(finding),
          // GitHub knows findings again by this one alone.
          partialFingerprints: { 'replylint/v1': told, primaryLocationLineHash: line },
        } satisfies Result)}`;
        between = ',\n';
      }
    }
    // The rules come last, when it is known which of them were broken: nothing has to be held for them.
    yield `\n],"invocations":${jsonText([{ executionSuccessful: isComplete }] satisfies Run['invocations'])},"tool":${jsonText(
      { driver: { name: 'replylint', version: context.version, rules: rules.descriptors } } satisfies Run['tool'],
    )}}]}\n`;
  },
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The rules of which there are findings, in the order in which they were first broken. */
class Rules {
  readonly descriptors: ReportingDescriptor[] = [];
  readonly #context: ReportContext;
  readonly #indices = new Map<string, number>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  async indexOf(finding: Finding): Promise<number> {
    let index = this.#indices.get(finding.rule);
    if (index === undefined) {
      index = this.descriptors.length;
      this.#indices.set(finding.rule, index);
      this.descriptors.push(descriptorOf(finding.rule, await this.#context.describe(finding), this.#context));
    }
    return index;
  }
}

function descriptorOf(id: string, rule: RuleDescription, { wording }: ReportContext): ReportingDescriptor {
  const { summary, why = summary, instead, severity } = rule;
  const advice = instead === undefined ? '' : `${wording.instead}: ${instead}`;
  const paragraphs = [why, advice].filter((one) => one !== '');
  return {
    id,
    shortDescription: { text: visible(summary) },
    fullDescription: { text: visible(why) },
    help: { text: paragraphs.map(visible).join('\n\n'), markdown: paragraphs.map(markdownParagraph).join('\n\n') },
    defaultConfiguration: { level: LEVEL[severity] },
    properties: { tags: [id.split('/')[0] as string], 'problem.severity': PROBLEM[severity] },
  };
}

function resultOf(finding: Finding, { lines }: SourceReport, { sentence, wording }: ReportContext): Result {
  const { message, instead } = sentence(finding);
  const own = lines(finding.path);
  const relatedLocations = finding.related.map((related, index) => ({
    id: index + 1,
    ...locationOf(related.path, extentOf(related, lines(related.path))),
    message: { text: related.why === 'occasion' ? wording.because : wording.counterpart },
  }));
  const sentences = [plain(message), instead === undefined ? '' : `${wording.instead}: ${plain(instead)}`];
  // GitHub shows only the related places that the message links to.
  const links = relatedLocations.map(({ id, message: { text } }) => `[${text}](${id})`);
  return {
    ruleId: finding.rule,
    level: LEVEL[finding.severity],
    message: { text: [...sentences, links.join(', ')].filter((one) => one !== '').join('\n') },
    locations: [locationOf(finding.path, extentOf(finding, own))],
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
    ...(finding.fix === undefined ? {} : { fixes: [fixOf(finding.fix, finding.path, own, wording)] }),
    ...(finding.suppression === undefined ? {} : { suppressions: [suppressionOf(finding.suppression)] }),
  };
}

function locationOf(path: string, extent: Extent): Location {
  const { cell } = extent.start;
  return {
    physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(extent) },
    ...(cell === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: cell, kind: 'cell' }] }),
  };
}

function regionOf({ start, end }: Extent): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path as a URI: relative to the working directory, or of a file elsewhere. */
function artifactOf(path: string): ArtifactLocation {
  const segments = path.split('/').map((segment) => encodeURIComponent(segment.replace(HALF, '\ufffd')));
  if (path.startsWith('/')) return { uri: `file://${segments.join('/')}` };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${[path.slice(0, 2), ...segments.slice(1)].join('/')}` };
  return { uri: segments.join('/'), uriBaseId: '%SRCROOT%' };
}

const HALF = /[\ud800-\udfff]/gu;

function fixOf(
  { safety, edits }: NonNullable<Finding['fix']>,
  path: string,
  lines: Lines,
  { report }: ReportContext['wording'],
): Fix {
  return {
    description: { text: report.fix[safety] },
    artifactChanges: [
      {
        artifactLocation: artifactOf(path),
        replacements: edits.map(({ span, words }) => ({
          deletedRegion: regionOf({ start: lines.position(span.start), end: lines.position(span.end) }),
          insertedContent: { text: words },
        })),
      },
    ],
  };
}

function suppressionOf({ by, reason }: Silence): Suppression {
  return {
    kind: by === 'directive' ? 'inSource' : 'external',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: visible(reason) }),
  };
}

/** Words in a message, where `[…](…)` would be a link. */
function plain(words: string): string {
  return visible(words).replaceAll('](', '] (');
}

const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

const PROBLEM: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'recommendation' };
