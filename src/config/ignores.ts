import * as v from 'valibot';
import { isNamedBy } from '../core/directive.ts';
import type { Finding } from '../core/finding.ts';
import { SetupError } from '../core/setup-error.ts';
import { suggestion } from '../rules/nearest.ts';
import type { Plan } from '../rules/plan.ts';
import type { SettingsDocument } from '../rules/yaml-file.ts';

/** Rules that are silenced from the outside: for formats without comments, and for conversations, which strangers write. */

const list = (about: string) =>
  v.pipe(
    v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]),
    v.transform((one) => [one].flat()),
    v.description(about),
  );

/** Ids that a file holds as numbers are written without quotes. */
const id = (about: string) =>
  v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((one) => String(one)),
      v.description(about),
    ),
  );

export const ignores = v.pipe(
  v.array(
    v.strictObject({
      files: list('Globs, relative to this file.'),
      rules: list('Ids of rules; greeting/* is a whole category.'),
      entry: id('Only in the entry of a library with this id or title.'),
      conversation: id('Only in the conversation with this id.'),
      reason: v.pipe(
        v.string(),
        v.check((words) => /[\p{L}\p{N}]/u.test(words), 'say why'),
        v.description('Why it is no mistake there.'),
      ),
    }),
  ),
  v.description('Findings that do not count, each with a reason. What is ignored in vain is reported.'),
);

export type Ignore = v.InferOutput<typeof ignores>[number];

/** Whether an entry silences a finding in a file that it is for: the rule as it is written there, or undefined. */
export function ignoringRule(ignore: Ignore, finding: Finding): string | undefined {
  if (ignore.entry !== undefined && ignore.entry !== finding.entry) return undefined;
  if (ignore.conversation !== undefined && ignore.conversation !== finding.conversation) return undefined;
  return ignore.rules.find((pattern) => isNamedBy(pattern, finding.rule));
}

/** Rules of entries that do not exist, or that nothing may silence. */
export function ignoreMistakes(
  entries: readonly Ignore[],
  document: SettingsDocument,
  plan: Plan,
): readonly SetupError[] {
  const ids = plan.rules.filter(({ byReader }) => !byReader).map((rule) => rule.id);
  return entries.flatMap(({ rules }, index) =>
    rules
      .filter((pattern) => !ids.some((rule) => isNamedBy(pattern, rule)))
      .map(
        (pattern) =>
          new SetupError(`there is no rule “${pattern}” that can be ignored.`, {
            place: document.place(['ignores', index, 'rules']),
            mend: suggestion(pattern, ids) || 'See `replylint rules`.',
          }),
      ),
  );
}
