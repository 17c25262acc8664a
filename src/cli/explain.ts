import { SetupError } from '../core/setup-error.ts';
import { suggestion } from '../rules/nearest.ts';
import { needsOf } from '../rules/needs.ts';
import { allRules } from '../rules/rule-settings.ts';
import type { ExampleFile, RuleFile } from '../rules/schema.ts';
import type { Toolbox } from '../rules/toolbox.ts';
import type { Io } from './io.ts';
import { CLEAN } from './main.ts';
import { needsText } from './needs-text.ts';
import { paintFor } from './paint.ts';
import { readerIn } from './reader.ts';
import type { CommonOptions } from './settings.ts';
import { openWorkspace, ruleFolders } from './workspace.ts';

/** Prints what a rule asks, why, and its examples. @throws SetupError for a rule that does not exist */
export async function explain(id: string, options: CommonOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, options);
  const found = await workspace.config();
  const book = await workspace.store.book(ruleFolders(found), found.config.tools);
  const rule = book.rules.find((one) => one.id === id);
  if (rule === undefined) {
    throw new SetupError(`there is no rule “${id}”.`, {
      mend:
        suggestion(
          id,
          book.rules.map((one) => one.id),
        ) || 'See `replylint rules`.',
    });
  }
  const reader = await readerIn([options.locale, found.config.file.locale], io);
  const { wording } = reader;
  const paint = await paintFor(options.color, io);
  const { explanation } = wording;
  const active = allRules(await workspace.plan(found)).find((one) => one.rule.id === id);
  const text = (sentences: RuleFile['why']) => (sentences === undefined ? undefined : reader.text(sentences));
  const facts: [string, string | undefined][] = [
    [explanation.severity, wording.severity[rule.severity]],
    [explanation.preset, rule.preset],
    [explanation.channels, rule.channels?.join(', ')],
    [explanation.documents, rule.documents?.join(', ')],
    [explanation.options, optionsOf(rule, found.config.tools)],
    [explanation.needs, active === undefined ? undefined : needsText(needsOf(active, found.config.tools), wording)],
    [
      wording.fixing.fix,
      rule.fix === undefined ? undefined : `${wording.fixing.safety[rule.fix.safety]} (${rule.fix.by})`,
    ],
    [explanation.source, rule.source?.join(', ')],
  ];
  const paragraphs = [
    `${paint.strong(rule.id)}\n${text(rule.say) ?? ''}`,
    text(rule.why),
    facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`])).join('\n'),
    rule.instead === undefined ? undefined : `${wording.instead}: ${text(rule.instead) ?? ''}`,
    examplesText(explanation.bad, rule.examples?.bad),
    examplesText(explanation.good, rule.examples?.good),
  ];
  await io.out(`${paragraphs.filter((one) => one !== undefined && one !== '').join('\n\n')}\n`);
  return CLEAN;
}

/** What a configuration may set: `wait.most: 90 s`. */
function optionsOf(rule: RuleFile, { checks }: Toolbox): string | undefined {
  const items = [rule.forbid, rule.limit]
    .flat()
    .filter((item) => typeof item === 'object' && !('phrase' in item)) as Record<string, Record<string, unknown>>[];
  const written = items.flatMap((item) =>
    checks.flatMap(({ name }) =>
      Object.entries(item[name] ?? {}).map(([option, value]) => `${name}.${option} = ${JSON.stringify(value)}`),
    ),
  );
  return written.length === 0 ? undefined : written.join('; ');
}

function examplesText(title: string, examples: ExampleFile | ExampleFile[] | undefined): string | undefined {
  if (examples === undefined) return undefined;
  const texts = [examples].flat().map((example) => (typeof example === 'string' ? example : example.text));
  return texts.map((text) => `${title}:\n${text.trimEnd().replace(/^/gm, '  ')}`).join('\n');
}
