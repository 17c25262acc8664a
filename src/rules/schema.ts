import * as v from 'valibot';
import type { Check } from '../checks/check.ts';
import { MAIL_KINDS } from '../checks/check.ts';
import { factConditions, messageFactConditions } from '../checks/fact-conditions.ts';
import { factValues } from '../checks/fact-values.ts';
import { count, figure, PRESETS, timeSpan } from '../checks/figure.ts';
import { phraseSchema, wantedSchema } from '../checks/phrases.ts';
import { CHECKS } from '../checks/registry.ts';
import { CHANNELS } from '../core/conversation.ts';
import { DOCUMENT_KINDS } from '../core/document.ts';
import { SEVERITIES } from '../core/finding.ts';
import { FIX_SAFETIES } from '../core/fix.ts';
import { TRANSFORMS } from '../fixes/registry.ts';
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

const wanted = wantedSchema;

/** One key: the name of a mechanism that stands under the verb. */
const mechanisms = (
  verb: Check['verb'],
  checks: readonly Check[],
): v.GenericSchema<Readonly<Record<string, unknown>>> =>
  v.strictObject(
    Object.fromEntries(
      checks.flatMap((check) =>
        check.verb === verb && check.options !== undefined
          ? [[check.name, v.optional(v.pipe(check.options, v.description(check.about)))] as const]
          : [],
      ),
    ),
  );

const allOf = v.strictObject({
  'all of': v.pipe(
    v.record(
      v.string(),
      v.strictObject({
        called: v.pipe(sentence, v.description('What it is called, for {missing}.')),
        has: v.pipe(wanted, v.description('Phrases, @concepts or <detectors> of which one stands there.')),
      }),
    ),
    v.description('Several things that must all be there.'),
  ),
});

const condition = v.strictObject({
  in: v.optional(v.pipe(place(EXCEPTION_PLACES), v.description('Where to look, seen from the words at fault.'))),
  has: v.optional(
    v.pipe(
      wanted,
      v.description('Phrases, @concepts or <detectors> of which one stands there; {words} are the words at fault.'),
    ),
  ),
  'has more than': v.optional(
    v.pipe(wanted, v.description('Something stands there beside these phrases and @concepts.')),
  ),
  'shorter than': v.optional(
    v.pipe(figure(count), v.description('What stands there has fewer characters, as its language counts them.')),
  ),
  'longer than': v.optional(
    v.pipe(figure(count), v.description('What stands there has more characters, as its language counts them.')),
  ),
  'there is': v.optional(
    v.pipe(place(EXCEPTION_PLACES), v.description('There is such a place at all: forwarded part.')),
  ),
  channels: v.optional(
    v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1), v.description('It holds in these channels only.')),
  ),
  'waited less than': v.optional(
    v.pipe(timeSpan, v.description('The customer is known to have waited less than this.')),
  ),
  ...factConditions,
  ...messageFactConditions,
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
      v.description(
        'A transcript, a draft where no speaker is named, or a library in YAML. ⟦…⟧ stands around each expected finding.',
      ),
    ),
    channel: v.optional(v.picklist(CHANNELS)),
    kind: v.optional(v.picklist(DOCUMENT_KINDS)),
    preset: v.optional(v.picklist(PRESETS)),
    agents: v.optional(v.array(v.string())),
    companies: v.optional(v.array(v.string())),
    customers: v.optional(v.array(v.string())),
    facts: v.optional(factValues),
    today: v.optional(v.pipe(v.string(), v.description('The day of the run, as in 2026-05-03.'))),
    canned: v.optional(v.pipe(v.array(v.string()), v.description('Canned replies that the team has.'))),
  }),
]);

export const ruleId = v.pipe(
  v.string(),
  v.regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'write category/name in small letters and hyphens',
  ),
);

export const catalogueRow = v.pipe(v.string(), v.regex(/^[0-4]-\d{2,3}$/, 'write a row of the catalogue such as 0-18'));

/** @param checks the mechanisms that rules may use */
export const ruleSchemaFor = (checks: readonly Check[]) =>
  v.strictObject({
    id: v.pipe(ruleId, v.description('category/name; the file is <category>/<name>.yaml.')),
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
    mail: v.optional(
      v.pipe(
        oneOrMore(v.picklist(MAIL_KINDS)),
        v.description('Only for mails that are all of this: bulk, service, reply, forward, html, plain.'),
      ),
    ),
    in: v.optional(
      v.pipe(
        v.union([place(RULE_PLACES), v.pipe(v.array(place(RULE_PLACES)), v.minLength(1))]),
        v.description('Where the rule looks: one place, or several.'),
      ),
      'each message',
    ),
    after: v.optional(v.pipe(occasion, v.description('The occasion that makes the rule speak.'))),
    forbid: v.optional(
      v.pipe(
        oneOrMore(v.union([phraseSchema, mechanisms('forbid', checks)])),
        v.description('What may not be there: phrases, @concepts, <detectors>, or a mechanism.'),
      ),
    ),
    require: v.optional(
      v.pipe(
        v.union([oneOrMore(v.union([phraseSchema, mechanisms('require', checks)])), allOf]),
        v.description('What must be there: one of these, all of some things, or what a mechanism asks for.'),
      ),
    ),
    needs: v.optional(
      v.pipe(
        oneOrMore(v.string()),
        v.description(
          'Detectors of names that must be known before the rule speaks: <customer-name>, <company-name>, <agent-name>.',
        ),
      ),
    ),
    limit: v.optional(v.pipe(mechanisms('limit', checks), v.description('What is counted and how much is allowed.'))),
    'reported by': v.optional(
      v.pipe(v.literal('reader'), v.description('Instead of a verb: what reads files reports it. For input/* only.')),
    ),
    'only if': v.optional(
      v.pipe(
        oneOrMore(condition),
        v.description(
          'The rule speaks only where this holds, or one of several: a fact of the contact ({direction: outbound}), or what is said somewhere. Where a fact is not known, it does not hold.',
        ),
      ),
    ),
    unless: v.optional(v.pipe(oneOrMore(condition), v.description('Exceptions; any of them silences the finding.'))),
    'once per': v.optional(
      v.pipe(v.picklist(['conversation', 'reply']), v.description('Only the first finding there is reported.')),
    ),
    masked: v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          'What the rule finds is secret: reports cover cards, ids and what <secret> found in it with stars.',
        ),
      ),
      false,
    ),
    say: v.pipe(
      sentence,
      v.description(
        'What is wrong and what to do: one sentence, or one for each language of readers. {words} is what was found.',
      ),
    ),
    instead: v.optional(v.pipe(sentence, v.description('What to write instead, by the language of the message.'))),
    fix: v.optional(
      v.pipe(
        v.strictObject({
          by: v.pipe(v.picklist(TRANSFORMS.map(({ name }) => name)), v.description('What makes the new words.')),
          safety: v.pipe(
            v.picklist(FIX_SAFETIES),
            v.description(
              'safe: --fix makes it; unsafe: only --fix=unsafe does, and where the new words are not sure it is this anyway; suggestion: it is shown and never made.',
            ),
          ),
        }),
        v.description('How a finding can be mended by itself.'),
      ),
    ),
    why: v.optional(v.pipe(sentence, v.description('Why the rule exists, for `replylint explain` and the docs.'))),
    source: v.optional(v.pipe(v.array(catalogueRow), v.description('Rows of the catalogue that the norm comes from.'))),
    examples: v.optional(
      v.pipe(
        v.strictObject({ bad: oneOrMore(exampleSchema), good: oneOrMore(exampleSchema) }),
        v.description('What the rule reports, and what it lets pass. They are tests; a rule with a verb needs them.'),
      ),
    ),
  });

export const ruleSchema = ruleSchemaFor(CHECKS);

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
export type ConditionFile = v.InferOutput<typeof condition>;
export type OccasionFile = v.InferOutput<typeof occasion>;
export type AllOfFile = v.InferOutput<typeof allOf>;
