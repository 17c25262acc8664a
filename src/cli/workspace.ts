import { resolve, sep } from 'node:path';
import type { Config } from '../config/config.ts';
import type { FileSettings } from '../config/file-settings.ts';
import type { Source } from '../core/source.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import { readDocument, syntaxOf } from '../formats/read-document.ts';
import type { FoundConfig } from '../node/config-finder.ts';
import { ConfigFinder, fileSettings } from '../node/config-finder.ts';
import type { FoundFile } from '../node/files.ts';
import { findFiles } from '../node/files.ts';
import { checkRuleFolders } from '../node/rule-folders.ts';
import type { RuleStore } from '../node/rule-store.ts';
import { createRuleStore } from '../node/rule-store.ts';
import type { SourceOrProblem } from '../node/sources.ts';
import { sourcesOf, sourcesOfContent } from '../node/sources.ts';
import type { Plan } from '../rules/plan.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import { loadHtmlReader } from '../texts/html-reader.ts';
import { treeReaderFor } from '../texts/tree-reader.ts';
import type { Io } from './io.ts';
import type { CommonOptions, ReadingOptions } from './settings.ts';
import { withFlags } from './settings.ts';

/** The files of a run with their settings, plans and sources. */
export interface Workspace {
  readonly store: RuleStore;
  inputs(paths: readonly string[], options: ReadingOptions): Promise<readonly Input[]>;
  /** The configuration of the working directory, for commands that lint no file. */
  config(): Promise<FoundConfig>;
  /** The configuration of a file, which need not be there. @param file absolute */
  configFor(file: string): Promise<FoundConfig>;
  /** The rules for a configuration, checked against it. */
  plan(found: FoundConfig): Promise<Plan>;
}

/** A file, or standard input, with what is known of it. */
export interface Input {
  readonly path: string;
  /** Absolute; undefined for standard input. */
  readonly file: string | undefined;
  /** Of standard input. */
  readonly content?: Buffer | undefined;
  readonly isNamed: boolean;
  readonly found: FoundConfig;
  readonly settings: FileSettings;
  sources(): AsyncIterable<SourceOrProblem>;
}

export function openWorkspace(io: Io, options: CommonOptions): Workspace {
  const configs = new ConfigFinder(io.cwd, options.config);
  const store = createRuleStore(io.cwd, io.home);
  return {
    store,
    configFor: (file) => configs.configFor(file),
    config: () => configs.configFor(resolve(io.cwd, 'any')),
    async plan(found) {
      await checkRuleFolders(found.config, ruleFolders(found), io.cwd);
      const plan = await store.plan(ruleFolders(found), found.config.tools);
      if (found.config.parts.length > 0) {
        const { checkRuleNames } = await import('../config/config.ts');
        checkRuleNames(found.config, plan);
      }
      return plan;
    },
    async inputs(paths, reading) {
      const inputs: Input[] = [];
      const inputOf = async (
        { file, path, isNamed }: FoundFile,
        sources: (settings: FileSettings) => AsyncIterable<SourceOrProblem>,
      ): Promise<Input> => {
        const found = await configs.configFor(file);
        const settings = withFlags(await fileSettings(found), reading);
        return { path, file, isNamed, found, settings, sources: () => sources(settings) };
      };
      if (paths.includes('-')) {
        const bytes = await io.stdin();
        const path = reading.stdinFilename ?? STDIN;
        const input = await inputOf({ file: resolve(io.cwd, path), path, isNamed: true }, (settings) =>
          sourcesOfContent(bytes, path, settings),
        );
        inputs.push({ ...input, file: undefined, content: bytes });
      }
      for (const found of await findFiles(
        paths.filter((path) => path !== '-'),
        io.cwd,
        reading,
      )) {
        const input = await inputOf(found, (settings) => sourcesOf(found.file, found.path, settings));
        // Whoever searches a whole folder means conversations, and not the rules that they are checked with.
        if (found.isNamed || !isOfSetup(found.file, input.found, io.cwd)) inputs.push(input);
      }
      return inputs;
    },
  };
}

/** The folders of rules that a configuration names, absolute. */
export function ruleFolders({
  config,
  folder,
}: {
  readonly config: Config;
  readonly folder: string;
}): readonly string[] {
  return (config.file.ruleFolders ?? []).map((named) => resolve(folder, named));
}

/** Whether a file is a configuration of its own, or lies in a folder of rules. @param file absolute */
function isOfSetup(file: string, found: FoundConfig, cwd: string): boolean {
  return (
    found.config.parts.some(({ document }) => resolve(cwd, document.path) === file) ||
    ruleFolders(found).some((folder) => file.startsWith(`${folder}${sep}`))
  );
}

/** Reads the sources of one file. */
export type SourceReader = (source: Source) => ReadDocument | Promise<ReadDocument>;

/** How a file is read: its syntax shows in its name, else in the head of its first source. */
export async function readerFor(first: Source, settings: FileSettings): Promise<SourceReader> {
  const syntax = syntaxOf(first.path, first.text.slice(0, HEAD));
  const readTree = syntax === 'text' ? undefined : await treeReaderFor(syntax);
  let readHtml: HtmlReader | undefined;
  const read = (source: Source) => readDocument(source, readTree, settings, readHtml);
  return (source) => {
    const result = read(source);
    if (result.lacks === undefined) return result;
    return loadHtmlReader().then((loaded) => {
      readHtml = loaded;
      return read(source);
    });
  };
}

/** As much of a file as shows its syntax. */
const HEAD = 200;

const STDIN = '<stdin>';
