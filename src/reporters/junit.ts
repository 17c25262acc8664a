import type { Finding } from '../core/finding.ts';
import { extentOf } from './place.ts';
import type { ReportContext, Reporter, SourceReport } from './reporter.ts';
import { element, startTag, XML_HEAD, xmlText } from './xml.ts';

export const junit: Reporter = {
  name: 'junit',
  about:
    'JUnit XML: a suite for each file and a case for each finding. What is below --fail-on is skipped, a file that could not be read is an error, a clean file is one case that passes.',
  async *report(run, context) {
    let suite: Suite | undefined;
    yield `${XML_HEAD}<testsuites name="replylint">\n`;
    for await (const report of run) {
      const { path } = report.source;
      if (suite !== undefined && suite.path !== path) {
        yield suite.text();
        suite = undefined;
      }
      suite ??= new Suite(path);
      for (const finding of report.findings) {
        if (suite.isFull) {
          yield suite.text();
          suite = new Suite(path);
        }
        suite.add(finding, report, context);
      }
    }
    if (suite !== undefined) yield suite.text();
    yield '</testsuites>\n';
  },
};

/** A suite says first how many cases it has, so it is held until it is full or its file is at its end. */
class Suite {
  readonly path: string;
  readonly #cases: string[] = [];
  readonly #counts = { failure: 0, error: 0, skipped: 0 };

  constructor(path: string) {
    this.path = path;
  }

  get isFull(): boolean {
    return this.#cases.length >= MOST_CASES;
  }

  add(finding: Finding, { lines }: SourceReport, context: ReportContext): void {
    const { start } = extentOf(finding, lines());
    const { message, instead } = context.sentence(finding);
    const outcome = finding.rule.startsWith('input/')
      ? 'error'
      : context.fails(finding.severity)
        ? 'failure'
        : 'skipped';
    this.#counts[outcome]++;
    const place = start.cell ?? `${start.line}:${start.column}`;
    const advice = instead === undefined ? '' : `${context.wording.instead}: ${instead}`;
    const told = element(
      outcome,
      outcome === 'skipped' ? { message } : { type: finding.severity, message },
      // Two lines, each of them harmless by itself.
      outcome === 'skipped'
        ? ''
        : [`${this.path}:${place}`, advice]
            .filter((one) => one !== '')
            .map(xmlText)
            .join('\n'),
    );
    const attributes = {
      classname: this.path,
      name: `${finding.rule} ${place}`,
      file: this.path,
      line: start.line,
      time: 0,
    };
    this.#cases.push(`${element('testcase', attributes, told)}\n`);
  }

  text(): string {
    if (this.#cases.length === 0)
      this.#cases.push(
        `${element('testcase', { classname: this.path, name: 'replylint', file: this.path, time: 0 })}\n`,
      );
    const { failure, error, skipped } = this.#counts;
    const start = startTag('testsuite', {
      name: this.path,
      tests: this.#cases.length,
      failures: failure,
      errors: error,
      skipped,
      time: 0,
    });
    return `${start}\n${this.#cases.join('')}</testsuite>\n`;
  }
}

/** A file with more findings has several suites. */
const MOST_CASES = 1000;
