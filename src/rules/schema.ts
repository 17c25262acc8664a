import * as v from 'valibot';
import { count, figure, PRESETS, timeSpan } from '../checks/figure.ts';
import { CHECKS } from '../checks/registry.ts';
import { CHANNELS } from '../core/conversation.ts';
import { DOCUMENT_KINDS } from '../core/document.ts';
import { SEVERITIES } from '../core/finding.ts';
import { EXCEPTION_PLACES, parsePlace, RULE_PLACES } from './place.ts';

/**
 * What rule and lexicon files may say. Types, validation, the JSON Schemas for editors and the reference in the
 * docs all come from here; descriptions are for people who write rules.
 */

const oneOrMore = <Schema extends v.GenericSchema>(schema: Schema) => v.union([schema, v.array(schema)]);

const place = (examples: readonly string[]) =>
  v.pipe(
    v.string(),
    v.check(
      (words) => parsePlace(words) !== undefined,
      `name a place such as ${examples.map((one) => `"${one}"`).join(', ')}`,
    ),
  );

const sentence = v.union([
  v.string(),
  v.record(
    v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/, 'write a language such as en, zh, zh-Hant or kk')),
    v.string(),
  ),
]);

const phraseOptions = {
  exact: v.optional(
    v.pipe(
      v.picklist(['case', 'script', 'both']),
      v.description('What must be as written: letter case, script and Kazakh letters, or both.'),
    ),
  ),
  except: v.optional(
    v.pipe(oneOrMore(v.string()), v.description('Phrases that make a hit innocent where they overlap it.')),
  ),
  instead: v.optional(v.pipe(v.string(), v.description('What to write in place of the phrase.'))),
};

export const phraseSchema = v.union([
  v.string(),
  v.strictObject({ phrase: v.pipe(v.string(), v.description('The phrase.')), ...phraseOptions }),
]);

const wanted = oneOrMore(phraseSchema);

/** One key: the name of a mechanism that stands under the verb. */
const mechanisms = (verb: 'forbid' | 'limit'): v.GenericSchema<Readonly<Record<string, unknown>>> =>
  v.strictObject(
    Object.fromEntries(
      CHECKS.flatMap((check) =>
        check.verb === verb && check.options !== undefined
          ? [[check.name, v.optional(v.pipe(check.options, v.description(check.about)))] as const]
          : [],
      ),
    ),
  );

const exception = v.strictObject({
  in: v.optional(v.pipe(place(EXCEPTION_PLACES), v.description('Where to look, seen from the words at fault.'))),
  has: v.optional(v.pipe(wanted, v.description('Phrases, @concepts or <detectors> of which one stands there.'))),
  lacks: v.optional(v.pipe(wanted, v.description('Phrases, @concepts or <detectors> of which none stands there.'))),
  'longer than': v.optional(
    v.pipe(figure(count), v.description('More words than this stand there; a Han character counts as one.')),
  ),
  channels: v.optional(
    v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1), v.description('The exception holds in these channels only.')),
  ),
  'waited less than': v.optional(
    v.pipe(timeSpan, v.description('The customer is known to have waited less than this.')),
  ),
});

const occasion = v.strictObject({
  'customer says': v.optional(v.pipe(wanted, v.description('One of these stands in a message of the customer.'))),
  'agent says': v.optional(v.pipe(wanted, v.description('One of these stands in a message of the agent.'))),
  'customer waits': v.optional(v.pipe(figure(timeSpan), v.description('The reply came surely later than this.'))),
});

const exampleSchema = v.union([
  v.string(),
  v.strictObject({
    text: v.pipe(
      v.string(),
      v.description('A transcript, or a draft where no speaker is named. ⟦…⟧ stands around each expected finding.'),
    ),
    channel: v.optional(v.picklist(CHANNELS)),
    kind: v.optional(v.picklist(DOCUMENT_KINDS)),
    preset: v.optional(v.picklist(PRESETS)),
    agents: v.optional(v.array(v.string())),
    companies: v.optional(v.array(v.string())),
  }),
]);

export const ruleSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
      'write category/name in small letters and hyphens',
    ),
    v.description('category/name; the file is <category>/<name>.yaml.'),
  ),
  severity: v.optional(v.pipe(v.picklist(SEVERITIES), v.description('How bad a breach is.')), 'warning'),
  preset: v.optional(
    v.pipe(v.picklist(PRESETS), v.description('The smallest preset that the rule belongs to.')),
    'recommended',
  ),
  channels: v.optional(
    v.pipe(
      v.array(v.picklist(CHANNELS)),
      v.minLength(1),
      v.description(
        'Channels that the rule is for; all if absent. A document whose channel is unknown counts as chat.',
      ),
    ),
  ),
  documents: v.optional(
    v.pipe(
      v.array(v.picklist(DOCUMENT_KINDS)),
      v.minLength(1),
      v.description('Kinds of document that the rule is for; all if absent.'),
    ),
  ),
  in: v.optional(v.pipe(place(RULE_PLACES), v.description('Where the rule looks.')), 'each message'),
  after: v.optional(v.pipe(occasion, v.description('The occasion that makes the rule speak.'))),
  forbid: v.optional(
    v.pipe(
      oneOrMore(v.union([phraseSchema, mechanisms('forbid')])),
      v.description('What may not be there: phrases, @concepts, <detectors>, or a mechanism.'),
    ),
  ),
  require: v.optional(v.pipe(wanted, v.description('What must be there: one of these.'))),
  limit: v.optional(v.pipe(mechanisms('limit'), v.description('What is counted and how much is allowed.'))),
  'reported by': v.optional(
    v.pipe(v.literal('reader'), v.description('Instead of a verb: what reads files reports it. For input/* only.')),
  ),
  unless: v.optional(v.pipe(oneOrMore(exception), v.description('Exceptions; any of them silences the finding.'))),
  'once per': v.optional(
    v.pipe(v.picklist(['conversation', 'reply']), v.description('Only the first finding there is reported.')),
  ),
  say: v.pipe(
    sentence,
    v.description(
      'What is wrong and what to do: one sentence, or one for each language of readers. {words} is what was found.',
    ),
  ),
  instead: v.optional(v.pipe(sentence, v.description('What to write instead, by the language of the message.'))),
  why: v.optional(v.pipe(sentence, v.description('Why the rule exists, for `replylint explain` and the docs.'))),
  source: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[0-4]-\d{2,3}$/, 'write a row of the catalogue such as 0-18'))),
      v.description('Rows of the catalogue that the norm comes from.'),
    ),
  ),
  examples: v.optional(
    v.pipe(
      v.strictObject({ bad: oneOrMore(exampleSchema), good: oneOrMore(exampleSchema) }),
      v.description('What the rule reports, and what it lets pass. They are tests; a rule with a verb needs them.'),
    ),
  ),
});

/** `<concept>.yaml` in the folder of its language. */
export const lexiconSchema = v.strictObject({
  phrases: v.pipe(v.array(phraseSchema), v.minLength(1), v.description('How the concept is said.')),
  except: v.optional(
    v.pipe(v.array(v.string()), v.description('Phrases that hold the words but mean something else.')),
    [],
  ),
});

export type RuleFile = v.InferOutput<typeof ruleSchema>;
export type LexiconFile = v.InferOutput<typeof lexiconSchema>;
export type PhraseFile = v.InferOutput<typeof phraseSchema>;
export type ExampleFile = v.InferOutput<typeof exampleSchema>;
export type Sentences = v.InferOutput<typeof sentence>;
export type ExceptionFile = v.InferOutput<typeof exception>;
export type OccasionFile = v.InferOutput<typeof occasion>;
