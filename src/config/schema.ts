import * as v from 'valibot';
import { factValues } from '../checks/fact-values.ts';
import { figure, PRESETS, timeSpan } from '../checks/figure.ts';
import { CHECKS } from '../checks/registry.ts';
import { CHANNELS } from '../core/conversation.ts';
import { DOCUMENT_KINDS } from '../core/document.ts';
import { SEVERITIES } from '../core/finding.ts';
import { wallClockOf } from '../core/zone.ts';
import { daysOf, openingHours, stretchesOf } from './opening-hours.ts';

/** What `replylint.config.yaml` may say. Validation, the JSON Schema for editors and the docs come from here. */

const severity = v.picklist([...SEVERITIES, 'off']);

/** Options of a mechanism in place of the rule's own; what is not named stays. */
const mechanismOptions = Object.fromEntries(
  CHECKS.flatMap((check) => {
    if (check.options === undefined) return [];
    const whole = check.options as unknown as v.StrictObjectSchema<v.ObjectEntries, undefined>;
    // What a rule looks for is its own; a configuration sets how much of it there may be.
    const settable = Object.entries(whole.entries).filter(
      ([name]) => !check.phraseOptions?.includes(name) && !check.phraseLists?.includes(name),
    );
    const options = v.partial(v.strictObject(Object.fromEntries(settable)));
    return [
      [check.name, v.optional(v.pipe(options, v.description(`${check.about} Only for rules that use it.`)))] as const,
    ];
  }),
);

const ruleSetting = v.union([
  severity,
  v.strictObject({
    severity: v.optional(v.pipe(severity, v.description('In place of the rule’s own.'))),
    channels: v.optional(
      v.pipe(v.array(v.picklist(CHANNELS)), v.minLength(1), v.description('In place of the rule’s own.')),
    ),
    after: v.optional(
      v.pipe(
        v.strictObject({ 'customer waits': figure(timeSpan) }),
        v.description('How long the customer waits before the rule speaks. Only for rules that speak after a wait.'),
      ),
    ),
    ...(mechanismOptions as Record<string, v.GenericSchema<object | undefined>>),
  }),
]);

const fields = v.pipe(
  v.strictObject(
    Object.fromEntries(
      (
        [
          ['messages', 'The list of messages of a conversation.'],
          ['role', 'Who says a message: agent, customer, bot, system.'],
          ['text', 'The words of a message; the transcript of a record that holds it as one text.'],
          ['time', 'When a message was said.'],
          ['name', 'The name of the speaker.'],
          ['conversation', 'The id of the conversation.'],
          ['title', 'The title of a canned reply.'],
          ['body', 'The words of a canned reply.'],
        ] as const
      ).map(([name, about]) => [name, v.optional(v.pipe(v.string(), v.nonEmpty(), v.description(about)))]),
    ),
  ),
  v.description(
    'Names of fields in JSON and YAML files, or of columns (or their numbers) in tables, by what they hold; a path has dots: author.type.',
  ),
);

const businessHours = v.pipe(
  v.strictObject({
    timeZone: v.optional(
      v.pipe(
        v.string(),
        v.check((zone) => wallClockOf(zone) !== undefined, 'write a time zone: Asia/Almaty, +05:00'),
        v.description('The zone of the hours; times of files without a zone are taken to be in it.'),
      ),
    ),
    open: v.pipe(
      v.record(
        v.pipe(
          v.string(),
          v.check((days) => daysOf(days) !== undefined, 'name days: mon, sat-sun, "mon, wed"'),
        ),
        v.pipe(
          v.string(),
          v.check(
            (hours) => stretchesOf(hours) !== undefined,
            'write hours: 09:00-18:00, or several: 09:00-13:00, 14:00-18:00',
          ),
        ),
      ),
      v.description('Hours by days: {mon-fri: 09:00-18:00, sat: 10:00-14:00}.'),
    ),
  }),
  v.transform(({ timeZone, open }) => openingHours(timeZone, open)),
  v.description('When somebody is there to answer. Customers wait only then.'),
);

const ofFiles = {
  channel: v.optional(v.pipe(v.picklist(CHANNELS), v.description('The channel, where a file names none.'))),
  language: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/, 'write a language such as en, zh, zh-Hant or kk'),
      v.description('The language, where the words tell nothing.'),
    ),
  ),
  encoding: v.optional(
    v.pipe(
      v.string(),
      v.nonEmpty(),
      v.description(
        'The encoding of the files, in place of what their bytes look like: utf-8, utf-16le, gb18030, big5 …',
      ),
    ),
  ),
  agents: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'Names of agents; * is any run of characters: "客服*". They tell roles in transcripts and count as an introduction.',
      ),
    ),
  ),
  companies: v.optional(v.pipe(v.array(v.string()), v.description('Names of the company, shop or team.'))),
  customers: v.optional(
    v.pipe(v.array(v.string()), v.description('Names of the customer, where the files do not tell them.')),
  ),
  masks: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description(
        'Words that stand for real ones in an anonymised data set and are no unfilled placeholders: "[数字*]".',
      ),
    ),
  ),
  bulk: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Mails that go to many people at once: newsletters, notices. Else the headers of each mail show it.',
      ),
    ),
  ),
  fields: v.optional(fields),
  dates: v.optional(
    v.pipe(
      v.picklist(['day-first', 'month-first']),
      v.description('How to read a date such as 03/04/24, where the whole file does not tell. For chats of WhatsApp.'),
    ),
  ),
  facts: v.optional(
    v.pipe(
      factValues,
      v.description(
        'What is known of the contacts beside what was said, where a file does not tell: {direction: outbound}.',
      ),
    ),
  ),
  businessHours: v.optional(businessHours),
};

export const configSchema = v.strictObject({
  preset: v.optional(
    v.pipe(
      v.union([v.picklist(PRESETS), v.array(v.picklist(PRESETS))]),
      v.description('Sets of rules and figures: recommended (always on), strict, preview.'),
    ),
  ),
  locale: v.optional(v.pipe(v.picklist(['en', 'zh', 'zh-Hant', 'kk']), v.description('The language of the reader.'))),
  rules: v.optional(
    v.pipe(v.record(v.string(), ruleSetting), v.description('Severity or settings of each rule, by its id.')),
  ),
  ruleFolders: v.optional(
    v.pipe(v.array(v.string()), v.description('Folders with rules and a lexicon of your own, relative to this file.')),
  ),
  libraries: v.optional(
    v.pipe(
      v.array(v.string()),
      v.description('Files with your canned replies, relative to this file. What was sent is compared with them.'),
    ),
  ),
  ...ofFiles,
  files: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          match: v.pipe(
            v.union([v.string(), v.array(v.string())]),
            v.description('Globs, relative to this file. Later entries win over earlier ones.'),
          ),
          kind: v.optional(v.pipe(v.picklist(DOCUMENT_KINDS), v.description('What the files hold.'))),
          ...ofFiles,
        }),
      ),
      v.description('Settings for some files.'),
    ),
  ),
});

export type ConfigFile = v.InferOutput<typeof configSchema>;
export type RuleSettingFile = v.InferOutput<typeof ruleSetting>;
