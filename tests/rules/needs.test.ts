import { describe, expect, test } from 'vitest';
import { wholeFile } from '../../src/core/source.ts';
import { coverageIn } from '../../src/engine/coverage.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { needsOf } from '../../src/rules/needs.ts';
import { activeRules, allRules } from '../../src/rules/rule-settings.ts';
import type { ExampleFile } from '../../src/rules/schema.ts';
import { treeReaderFor } from '../../src/texts/tree-reader.ts';
import { BOOK, PLAN } from '../shipped.ts';

const readYaml = await treeReaderFor('yaml');

describe('what a rule needs follows from what it uses', () => {
  const needs = new Map(allRules(PLAN).map((active) => [active.rule.id, needsOf(active)]));

  test.each([
    ['wording/forbidden-phrase', []],
    ['greeting/missing', ['start']],
    ['closing/missing', ['end', 'customer']],
    ['complaint/no-apology', ['customer']],
    ['timing/late-no-apology', ['times']],
    ['timing/first-response', ['start', 'times']],
    ['timing/unanswered', ['end', 'customer', 'answered']],
    [
      'timing/quiet-hours',
      [
        ['direction', 'bulk'],
        ['recipient time', 'time zone'],
      ],
    ],
    ['phone/answer-rings', ['start', ['rings', 'ring time']]],
    ['phone/speech-rate', ['end times']],
    ['phone/voicemail-no-name', ['voicemail']],
    // Requests to hold can be counted in any call.
    ['hold/excessive', []],
    ['hold/silence', ['times']],
    ['closing/agent-hangs-up-first', ['end', 'disconnected by']],
    ['callback/not-announced', ['start', ['callback', 'missed call']]],
    ['outbound/no-cost-notice', ['start', 'direction']],
  ])('%s', (id, expected) => expect(needs.get(id)).toEqual(expected));
});

/** A rule that finds something cannot have lacked anything. */
describe('no example that a rule reports lacks what the rule needs', () => {
  const rules = BOOK.rules.filter((rule) => rule['reported by'] === undefined);
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const active = activeRules(PLAN, { presets: [], rules: {}, only: [id] });
    for (const example of [rule.examples?.bad ?? []].flat() as ExampleFile[]) {
      const {
        text,
        kind,
        channel,
        facts,
        agents = [],
        companies = [],
      } = typeof example === 'string' ? ({ text: example } as Exclude<ExampleFile, string>) : example;
      const source = wholeFile('example', text.replace(/[⟦⟧]/g, ''));
      const { documents } = readDocument(source, kind === 'library' ? readYaml : undefined, {
        kind,
        channel,
        agents,
        fields: {},
      });
      const circumstances = { path: 'example', channel, facts, names: { agents, companies, masks: [] } };
      const found = documents.flatMap((document) => [...coverageIn(document, circumstances, PLAN, active)]);
      expect(found.map((coverages) => coverages.get(id))).toEqual(found.map(() => ({ kind: 'runs' })));
      expect(found.length).toBeGreaterThan(0);
    }
  });
});
