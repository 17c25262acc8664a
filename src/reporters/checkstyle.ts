import type { Severity } from '../core/finding.ts';
import { extentOf } from './place.ts';
import type { Reporter } from './reporter.ts';
import { element, startTag, XML_HEAD } from './xml.ts';

export const checkstyle: Reporter = {
  name: 'checkstyle',
  about: 'Checkstyle XML, for Jenkins and others: files with their findings; `source` is `replylint.` and the rule.',
  async *report(run, { sentence }) {
    let path: string | undefined;
    yield `${XML_HEAD}<checkstyle version="4.3">\n`;
    for await (const { findings, lines } of run) {
      for (const finding of findings) {
        if (finding.path !== path) {
          yield `${path === undefined ? '' : '</file>\n'}${startTag('file', { name: finding.path })}\n`;
          path = finding.path;
        }
        const { start } = extentOf(finding, lines());
        const { line, column } = start;
        const message = sentence(finding).message;
        yield `${element('error', {
          line,
          column,
          severity: SEVERITY[finding.severity],
          message: start.cell === undefined ? message : `${start.cell}: ${message}`,
          source: `replylint.${finding.rule}`,
        })}\n`;
      }
    }
    yield `${path === undefined ? '' : '</file>\n'}</checkstyle>\n`;
  },
};

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'info' };
