import { extentOf, placeText } from './place.ts';
import type { Reporter } from './reporter.ts';
import { visible } from './visible.ts';

export const compact: Reporter = {
  name: 'compact',
  about: 'For editors and `grep`: one finding a line, `path:line:column: severity[rule] sentence`, and nothing else.',
  async *report(run, { sentence, paint, wording }) {
    for await (const { findings, lines } of run) {
      for (const finding of findings) {
        const { severity, rule } = finding;
        const label = paint[severity](`${wording.severity[severity]}[${rule}]`);
        yield `${placeText(finding, extentOf(finding, lines()))}: ${label} ${visible(sentence(finding).message)}\n`;
      }
    }
  },
};
