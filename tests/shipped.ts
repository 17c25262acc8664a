import { fileURLToPath } from 'node:url';
import { yamlFilesBelow } from '../src/node/rule-store.ts';
import { compileRules } from '../src/rules/compile.ts';
import { readRuleBook } from '../src/rules/rule-book.ts';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The rules that ship, read from their files. */
export const BOOK = readRuleBook(yamlFilesBelow(`${ROOT}rules`, ROOT));

/** The rules that ship, compiled as the build does. */
export const PLAN = compileRules(BOOK);
