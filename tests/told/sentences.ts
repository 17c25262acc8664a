import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { createProgram } from '../../src/cli/program.ts';
import { ROOT } from '../root.ts';

/** The English that the program tells its reader and that catalogues must hold: by sentence, where it stands. */
export function sentencesTold(): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  const source = join(ROOT, 'src');
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.ts') || /^(?:build|locales|told)\//.test(path)) continue;
    for (const sentence of sentencesIn(readFileSync(join(source, path), 'utf8'))) told.set(sentence, path);
  }
  for (const words of wordsOfHelp()) told.set(words, 'src/cli/program.ts');
  return told;
}

/**
 * What is thrown or given as a reason: the strings among the arguments of these calls and after these keys, as
 * catalogues spell them, with `{1}` for each value.
 */
export function sentencesIn(source: string): readonly string[] {
  const found: string[] = [];
  for (const match of source.matchAll(TELLING)) {
    const start = match.index + match[0].length;
    const end = match[0].endsWith('(') ? closing(source, start) : expression(source, start);
    for (const words of stringsIn(source.slice(start, end))) if (isSentence(words)) found.push(words);
  }
  return found;
}

const TELLING =
  /(?:new (?:SetupError|PhraseError|InvalidArgumentError)|this\.#(?:report|error)|unreadable|malformed|wrong|v\.(?:check|regex|integer|minValue))\(|\b(?:mend|problem|message|unreadable|undecodable)(?::| =) (?=['"`])|\breturn (?=`(?:Did you|Known are|write )|'write )|\b[A-Z_]+ = (?=['"`](?:it |the ))/g;

/** Words, and not a name, a path or a mark. */
function isSentence(words: string): boolean {
  return /\p{L}{2}/u.test(words) && words.includes(' ') && !/^[{<]\d[}>][.]?$/.test(words);
}

/** Where the bracket that is open closes. */
function closing(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at++) {
    const sign = source[at] as string;
    if (`'"\``.includes(sign)) at = endOfString(source, at) - 1;
    else if (sign === '/' && source[at + 1] === '/') at = source.indexOf('\n', at);
    else if (sign === '/' && source[at + 1] === '^') at = endOfPattern(source, at);
    else if ('([{'.includes(sign)) depth++;
    else if (')]}'.includes(sign) && --depth === 0) return at;
  }
  throw new Error('a bracket is never closed');
}

/** The end of the string that begins here, and of those that may stand in its place. */
function expression(source: string, from: number): number {
  const rest = source.slice(from);
  const end = /[,;}\n]/.exec(rest.slice(endOfString(rest, 0)));
  return from + endOfString(rest, 0) + (end?.index ?? 0);
}

function endOfString(source: string, from: number): number {
  const quote = source[from] as string;
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === quote) return at + 1;
    else if (quote === '`' && source.startsWith('${', at)) at = closing(source, at + 2);
  }
  throw new Error('a string is never closed');
}

/** Patterns are known by the `^` that they all begin with. */
function endOfPattern(source: string, from: number): number {
  const end = /(?<!\\)\//.exec(source.slice(from + 1));
  if (end === null) throw new Error('a pattern is never closed');
  return from + 1 + end.index;
}

/** The strings of an expression, those within templates too. */
function stringsIn(code: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < code.length; at++) {
    const quote = code[at] as string;
    if (quote === '/' && code[at + 1] === '^') {
      at = endOfPattern(code, at);
      continue;
    }
    if (!`'"\``.includes(quote)) continue;
    const end = endOfString(code, at);
    found.push(...(quote === '`' ? templateIn(code.slice(at + 1, end - 1)) : [unescaped(code.slice(at + 1, end - 1))]));
    at = end - 1;
  }
  return found;
}

function templateIn(body: string): readonly string[] {
  const inner: string[] = [];
  let words = '';
  let values = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '\\') words += unescaped(body.slice(at, ++at + 1));
    else if (body.startsWith('${', at)) {
      const end = closing(body, at + 2);
      inner.push(...stringsIn(body.slice(at + 2, end)));
      words += `{${++values}}`;
      at = end;
    } else words += body[at];
  }
  return [words, ...inner];
}

function unescaped(words: string): string {
  return words.replace(/\\(.)/g, '$1');
}

/** What `--help` shows of every command: what commands, arguments and options are for, and what stands below them. */
function wordsOfHelp(): ReadonlySet<string> {
  const words = new Set<string>();
  const io = { env: {}, columns: 1000, err: () => undefined, out: async () => undefined };
  const add = (command: Command) => {
    words.add(command.description());
    for (const argument of command.registeredArguments) words.add(argument.description);
    for (const option of command.createHelp().visibleOptions(command)) {
      words.add(option.description);
      if (option.defaultValueDescription !== undefined) words.add(option.defaultValueDescription);
    }
    let help = '';
    command.configureOutput({
      writeOut: (text) => {
        help += text;
      },
    });
    command.outputHelp();
    for (const line of help.slice(command.helpInformation().length).split('\n')) words.add(line);
    command.commands.forEach(add);
  };
  add(createProgram(io as never, () => undefined));
  words.delete('');
  return words;
}
