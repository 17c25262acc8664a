import { expect, test } from 'vitest';
import { directiveAt } from '../../src/core/directive.ts';
import type { Finding } from '../../src/core/finding.ts';
import { wholeFile } from '../../src/core/source.ts';
import { directiveRules } from '../../src/engine/directive-rules.ts';
import { followDirectives } from '../../src/engine/directives.ts';
import { fingerprintsWith } from '../../src/engine/fingerprint.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { PLAN } from '../shipped.ts';

const SLANG = 'wording/colloquial-filler';

function findingAt(start: number): Finding {
  return {
    rule: SLANG,
    severity: 'warning',
    path: 'd.txt',
    spans: [{ start, end: start + 1 }],
    exact: true,
    words: 'x',
    data: {},
    related: [],
  };
}

function file() {
  const rules = directiveRules(PLAN, { presets: ['recommended'], rules: {} });
  return { path: 'd.txt', rules, fingerprint: fingerprintsWith().numbering() };
}

const DRAFT = readDocument(wholeFile('d.txt', 'Hello'), undefined, { agents: [], fields: {} }).documents;

test('a hundred thousand directives and findings are matched without comparing each with each', () => {
  const count = 100_000;
  const disable = `replylint-disable ${SLANG} -- x`;
  const enable = `replylint-enable ${SLANG}`;
  const open = Array.from({ length: count }, (_, index) => directiveAt(disable, index * 1000));
  const closed = open.flatMap((one, index) => [one, directiveAt(enable, index * 1000 + 500)]);
  const findings = Array.from({ length: count }, (_, index) => findingAt(index * 1000 + 400));
  const start = performance.now();
  expect(followDirectives(findings, open, DRAFT, file()).suppressed).toHaveLength(count);
  expect(followDirectives(findings, closed, DRAFT, file()).suppressed).toHaveLength(count);
  expect(performance.now() - start).toBeLessThan(50_000);
}, 60_000);

test('a text of directives alone is read in a moment, and holds no words', () => {
  const line = `# replylint-disable-next-line ${SLANG} -- x\n`;
  const start = performance.now();
  const { documents, directives } = readDocument(wholeFile('d.txt', line.repeat(50_000)), undefined, {
    agents: [],
    fields: {},
  });
  expect([documents.length, directives?.length]).toEqual([0, 50_000]);
  expect(performance.now() - start).toBeLessThan(8000);
});

test('what is not in order is silenced all the same', () => {
  const directives = [directiveAt(`replylint-disable ${SLANG} -- x`, 50), directiveAt('replylint-enable', 200)];
  const { findings, suppressed } = followDirectives(
    [findingAt(220), findingAt(190), findingAt(10)],
    directives,
    DRAFT,
    file(),
  );
  expect(suppressed.map(({ spans }) => spans[0]?.start)).toEqual([190]);
  expect(findings).toHaveLength(2);
});
