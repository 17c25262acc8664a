import { SetupError, throwAll } from '../core/setup-error.ts';
import type { LexiconFile, PhraseFile, RuleFile } from './schema.ts';
import { lexiconSchema, ruleSchema, ruleSchemaFor } from './schema.ts';
import type { Toolbox } from './toolbox.ts';
import type { SettingsDocument, SettingsFile } from './yaml-file.ts';
import { checked, readSettings } from './yaml-file.ts';

/** What rule and lexicon files say, as values. A file of it is shipped, so that nobody parses YAML at start-up. */
export interface RuleBook {
  readonly rules: readonly RuleFile[];
  readonly lexicon: readonly LexiconEntry[];
  /** The documents that rules and entries were read from, to say where a mistake is; absent in a file of a rule book. */
  readonly documents?: ReadonlyMap<RuleFile | LexiconEntry, SettingsDocument> | undefined;
  /** What its rules may use; what ships where it is absent. */
  readonly tools?: Toolbox | undefined;
}

/** What one file of the lexicon says of a concept in one language. */
export interface LexiconEntry {
  readonly concept: string;
  readonly language: string;
  readonly phrases: readonly PhraseFile[];
  readonly except: readonly string[];
}

/**
 * Reads rule and lexicon files; `lexicon/<language>/<concept>.yaml` is a lexicon file, every other a rule file.
 * @param tools what rules may use, where that is more than what ships
 * @throws SetupErrors with every mistake of every file
 */
export function readRuleBook(files: readonly SettingsFile[], tools?: Toolbox): RuleBook {
  const errors: SetupError[] = [];
  const schema = tools === undefined ? ruleSchema : ruleSchemaFor(tools.checks);
  const rules: RuleFile[] = [];
  const lexicon: LexiconEntry[] = [];
  const documents = new Map<RuleFile | LexiconEntry, SettingsDocument>();
  for (const file of files) {
    let read: readonly SettingsDocument[];
    try {
      read = readSettings(file);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      errors.push(error);
      continue;
    }
    const home = LEXICON_PATH.exec(file.path.replaceAll('\\', '/'));
    for (const document of read) {
      if (home === null) {
        const rule = checked(schema, document, errors);
        if (rule === undefined) continue;
        rules.push(rule);
        documents.set(rule, document);
      } else {
        const said = checked(lexiconSchema, document, errors);
        if (said === undefined) continue;
        const entry = lexiconEntry(home.groups?.['concept'] as string, home.groups?.['language'] as string, said);
        lexicon.push(entry);
        documents.set(entry, document);
      }
    }
  }
  throwAll(errors);
  return { rules, lexicon, documents, tools };
}

/** The second book added to the first: its rules replace those with the same id, its phrases join the concepts. */
export function mergedRuleBook(base: RuleBook, added: RuleBook): RuleBook {
  const replaced = new Set(added.rules.map((rule) => rule.id));
  return {
    rules: [...base.rules.filter((rule) => !replaced.has(rule.id)), ...added.rules],
    lexicon: [...base.lexicon, ...added.lexicon],
    documents: added.documents,
    tools: added.tools,
  };
}

const LEXICON_PATH = /(?:^|\/)lexicon\/(?<language>[a-z]{2})\/(?<concept>[a-z][a-z0-9-]*)\.ya?ml$/;

function lexiconEntry(concept: string, language: string, { phrases, except }: LexiconFile): LexiconEntry {
  return { concept, language, phrases, except };
}
