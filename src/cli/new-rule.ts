import { join, relative, resolve } from 'node:path';
import { SetupError } from '../core/setup-error.ts';
import { shownPath } from '../node/files.ts';
import { writeNewFile } from '../node/new-file.ts';
import type { Io } from './io.ts';
import { wordingFor } from './locale.ts';
import { CLEAN } from './main.ts';
import { ruleSkeleton, SKELETON_LANGUAGES } from './rule-skeleton.ts';
import type { CommonOptions } from './settings.ts';
import { openWorkspace, ruleFolders } from './workspace.ts';

export interface NewRuleOptions extends CommonOptions {
  readonly folder?: string | undefined;
  readonly language: readonly string[];
}

/** Writes a rule that works as it stands into a folder of rules. @throws SetupError for a file that is there, or an id that is none */
export async function newRule(id: string, options: NewRuleOptions, io: Io): Promise<number> {
  if (!ID.test(id))
    throw new SetupError(`“${id}” is no id of a rule.`, { mend: 'Write category/name in small letters and hyphens.' });
  const workspace = openWorkspace(io, options);
  const found = await workspace.config();
  const { file, parts, tools } = found.config;
  const wording = wordingFor([options.locale, file.locale], io.env);
  const own = ruleFolders(found);
  const book = await workspace.store.book(own, tools);
  if (book.rules.some((rule) => rule.id === id))
    throw new SetupError(`there is a rule “${id}” already.`, { mend: `See \`replylint explain ${id}\`.` });
  const folder =
    options.folder === undefined ? (own[0] ?? join(found.folder, DEFAULT_FOLDER)) : resolve(io.cwd, options.folder);
  const path = join(folder, `${id}.yaml`);
  const written = shownPath(path, io.cwd);
  writeNewFile(
    path,
    ruleSkeleton(id, languagesFor(options.language, file.language, wording.locale), wording.house),
    io.cwd,
  );
  const { house } = wording;
  const lines = [house.written(written)];
  if (!own.includes(folder))
    lines.push(
      house.addFolder(relative(found.folder, folder).replaceAll('\\', '/') || '.', parts.at(-1)?.document.path),
    );
  lines.push(house.tryIt(`replylint test ${shownPath(folder, io.cwd)}`));
  await io.out(`${lines.join('\n')}\n`);
  return CLEAN;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Beside the configuration, where it names no folder. */
const DEFAULT_FOLDER = 'house-rules';

function languagesFor(wanted: readonly string[], configured: string | undefined, locale: string): readonly string[] {
  const unknown = wanted.find((tag) => !SKELETON_LANGUAGES.includes(tag));
  if (unknown !== undefined)
    throw new SetupError(`--language ${unknown}: there are examples in ${SKELETON_LANGUAGES.join(', ')} only.`);
  if (wanted.length > 0) return [...new Set(wanted)];
  const fitting = [configured, locale, 'en'].map((tag) => tag?.split('-')[0] ?? '');
  return [fitting.find((tag) => SKELETON_LANGUAGES.includes(tag)) ?? 'en'];
}
