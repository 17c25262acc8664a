import * as v from 'valibot';
import type { Check } from '../checks/check.ts';
import { factValues } from '../checks/fact-values.ts';
import { figure, PRESETS, timeSpan } from '../checks/figure.ts';
import { CHECKS } from '../checks/registry.ts';
import { CHANNELS } from '../core/conversation.ts';
import { DOCUMENT_KINDS } from '../core/document.ts';
import { SEVERITIES } from '../core/finding.ts';
import { wallClockOf } from '../core/zone.ts';
import { ignores } from './ignores.ts';
import { daysOf, openingHours, stretchesOf } from './opening-hours.ts';

/** What a configuration may say. Validation, the JSON Schema for editors, the types and the docs come from here. */

const severity = v.picklist([...SEVERITIES, 'off']);

/** Options of a mechanism in place of the rule's own; what is not named stays. */
const mechanismOptions = (checks: readonly Check[]) =>
  Object.fromEntries(
    checks.flatMap((check) => {
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

const ruleSetting = (checks: readonly Check[]) =>
  v.union([
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
      ...(mechanismOptions(checks) as Record<string, v.GenericSchema<object | undefined>>),
    }),
  ]);

const rules = (checks: readonly Check[]) =>
  v.optional(
    v.pipe(v.record(v.string(), ruleSetting(checks)), v.description('Severity or settings of each rule, by its id.')),
  );

const preset = v.optional(
  v.pipe(
    v.union([v.picklist(PRESETS), v.array(v.picklist(PRESETS))]),
    v.description('Sets of rules and figures: recommended (always on), strict, preview.'),
  ),
);

const language = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/, 'write a language such as en, zh, zh-Hant or kk'),
);

const oneOrMore = <Schema extends v.GenericSchema>(item: Schema) =>
  v.union([item, v.pipe(v.array(item), v.minLength(1))]);

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
          ['directive', 'What silences rules in a row of a table; a column named replylint where absent.'],
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
  language: v.optional(v.pipe(language, v.description('The language, where the words tell nothing.'))),
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

/** Conditions of an override; all that are named must hold. */
const conditions = {
  files: v.optional(
    v.pipe(
      oneOrMore(v.string()),
      v.description('For files that fit these globs, relative to the configuration that the files are under.'),
    ),
  ),
  channels: v.optional(
    v.pipe(
      oneOrMore(v.picklist(CHANNELS)),
      v.description('For what was said in these channels. Only “rules” may stand beside it.'),
    ),
  ),
  languages: v.optional(
    v.pipe(
      oneOrMore(language),
      v.description('For what agents write in these languages; zh is every Chinese. Only “rules” may stand beside it.'),
    ),
  ),
};

const override = (checks: readonly Check[]) =>
  v.pipe(
    v.strictObject({
      ...conditions,
      preset,
      rules: rules(checks),
      kind: v.optional(v.pipe(v.picklist(DOCUMENT_KINDS), v.description('What the files hold.'))),
      ...ofFiles,
    }),
    v.check(
      ({ files, channels, languages }) => [files, channels, languages].some((one) => one !== undefined),
      'say what it is for: files, channels or languages',
    ),
    v.check(
      ({ files, channels, languages, rules, ...others }) =>
        (channels === undefined && languages === undefined) || Object.keys(others).length === 0,
      'channel and language show when a file is read, so that “channels” and “languages” can change “rules” only',
    ),
  );

/** @param checks the mechanisms that rules may use */
export function configSchemaFor(checks: readonly Check[]) {
  return v.strictObject({
    $schema: v.optional(v.pipe(v.string(), v.description('The JSON Schema of this file, for editors.'))),
    extends: v.optional(
      v.pipe(
        oneOrMore(v.pipe(v.string(), v.nonEmpty())),
        v.description('What this file builds on, in order: presets, packages, and paths relative to this file.'),
      ),
    ),
    preset,
    locale: v.optional(v.pipe(v.picklist(['en', 'zh', 'zh-Hant', 'kk']), v.description('The language of the reader.'))),
    rules: rules(checks),
    ruleFolders: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Folders with rules and a lexicon of your own, relative to this file.'),
      ),
    ),
    plugins: v.optional(
      v.pipe(
        oneOrMore(v.pipe(v.string(), v.nonEmpty())),
        v.description('Modules with detectors and mechanisms of your own: packages, and paths relative to this file.'),
      ),
    ),
    libraries: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description('Files with your canned replies, relative to this file. What was sent is compared with them.'),
      ),
    ),
    baseline: v.optional(
      v.pipe(
        v.string(),
        v.nonEmpty(),
        v.description(
          'A file with findings that are known and do not count, relative to this file; see `replylint baseline`.',
        ),
      ),
    ),
    inlineConfig: v.optional(
      v.pipe(
        v.boolean(),
        v.description(
          'Whether directives in files count. Off where who writes replies shall not silence rules: false.',
        ),
      ),
    ),
    ignores: v.optional(ignores),
    ...ofFiles,
    overrides: v.optional(
      v.pipe(
        v.array(override(checks)),
        v.description('Settings for some files, channels or languages. Later entries win over earlier ones.'),
      ),
    ),
  });
}

export const configSchema = configSchemaFor(CHECKS);

/** A configuration as it is read. */
export type ConfigFile = v.InferOutput<typeof configSchema>;
/** A configuration as it is written. */
export type ConfigInput = v.InferInput<typeof configSchema>;
export type OverrideFile = NonNullable<ConfigFile['overrides']>[number];
export type RuleSettingFile = NonNullable<ConfigFile['rules']>[string];
