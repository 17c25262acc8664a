import { yamlFilesBelow } from '../src/node/rule-store.ts';
import { compileRules } from '../src/rules/compile.ts';
import { readRuleBook } from '../src/rules/rule-book.ts';
import { ROOT } from './root.ts';

/** The rules that ship, read from their files. */
export const BOOK = readRuleBook(yamlFilesBelow(`${ROOT}rules`, ROOT));

/** The rules that ship, compiled as the build does. */
export const PLAN = compileRules(BOOK);
