import { createRequire } from 'node:module';
import { RDFormatValidator } from '@umbrelladocs/rdformat-validator';
import type { ErrorObject, ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import markdownIt from 'markdown-it';
import type { Log } from 'sarif';
import { SaxesParser } from 'saxes';

/** Programs of others that read what reporters write, and the schemas that are published for it. */

const require = createRequire(import.meta.url);

/** A report that the OASIS schema of SARIF 2.1.0 (revision rtm.5, as Microsoft's jest-sarif ships it) accepts. */
export function sarifLog(text: string): Log {
  const log = JSON.parse(text) as Log;
  expectValid(validateSarif, log);
  return log;
}

const AjvDraft04 = require('ajv-draft-04') as typeof Ajv;
const addFormats = require('ajv-formats') as (ajv: Ajv) => void;
const draft04 = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(draft04);
const validateSarif = draft04.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

/** What the documentation of GitLab says of Code Quality reports; the other fields of Code Climate are not read. */
export function gitlabIssues(text: string): readonly GitlabIssue[] {
  const issues = JSON.parse(text) as GitlabIssue[];
  expectValid(validateGitlab, issues);
  return issues;
}

export interface GitlabIssue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const validateGitlab = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // A path that begins with ./ is shown without a link.
          path: { type: 'string', pattern: '^(?!\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

export interface Diagnostic {
  readonly message: string;
  readonly location: {
    readonly path: string;
    readonly range: { readonly start: Point; readonly end: Point };
  };
  readonly severity: string;
  readonly code: { readonly value: string };
  readonly suggestions?: readonly { readonly text: string; readonly range: { readonly start: Point } }[];
  readonly related_locations?: readonly { readonly message: string }[];
}

interface Point {
  readonly line: number;
  readonly column: number;
}

export async function diagnostics(text: string): Promise<readonly Diagnostic[]> {
  const { valid, errors } = await new RDFormatValidator({ strictMode: true, allowExtraFields: false }).validateString(
    text,
  );
  if (!valid) throw new Error(JSON.stringify(errors));
  return (JSON.parse(text) as { diagnostics: Diagnostic[] }).diagnostics;
}

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** @throws Error where the text is no well-formed XML */
export function xml(text: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (words) => {
    (open.at(-1) as Element).text += words;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return root.children[0] as Element;
}

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly message: string;
}

/** As the Danger plugin for lint reports reads Checkstyle. */
export function checkstyleViolations(text: string): readonly Violation[] {
  const { xml2js } = createRequire(require.resolve('danger-plugin-lint-report'))('xml-js') as {
    xml2js(text: string): unknown;
  };
  const { parseCheckstyle } = require('danger-plugin-lint-report/dist/parse/checkstyle_parser.js') as {
    parseCheckstyle(report: unknown, root: string): readonly Violation[];
  };
  return parseCheckstyle(xml2js(text), '/');
}

export interface Command {
  readonly kind: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands in a log as the runner of GitHub documents them; a line that is none is left out. */
export function githubCommands(log: string): readonly Command[] {
  return log.split('\n').flatMap((line) => {
    const trimmed = line.trimStart();
    if (!trimmed.startsWith('::')) return [];
    const end = trimmed.indexOf('::', 2);
    if (end < 0) return [];
    const [kind = '', ...rest] = trimmed.slice(2, end).split(' ');
    const properties = Object.fromEntries(
      rest
        .join(' ')
        .split(',')
        .filter((one) => one !== '')
        .map((one) => {
          const equals = one.indexOf('=');
          return [one.slice(0, equals), unescaped(one.slice(equals + 1))];
        }),
    );
    return [{ kind, properties, message: unescaped(trimmed.slice(end + 2)) }];
  });
}

function unescaped(words: string): string {
  const signs: Readonly<Record<string, string>> = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' };
  return words.replace(/%(?:0D|0A|3A|2C|25)/g, (sign) => signs[sign] as string);
}

/** The kinds of all that a reader of Markdown sees, and the words of table cells row by row. */
export function markdownPage(text: string): {
  readonly kinds: ReadonlySet<string>;
  readonly rows: readonly string[][];
} {
  const kinds = new Set<string>();
  const rows: string[][] = [];
  for (const token of markdownIt({ html: true, linkify: true }).parse(text, {})) {
    kinds.add(token.type);
    if (token.type === 'tr_open') rows.push([]);
    for (const child of token.children ?? []) kinds.add(child.type);
    if (token.type === 'inline' && rows.length > 0 && token.level > 2)
      rows.at(-1)?.push((token.children ?? []).map(({ content }) => content).join(''));
  }
  return { kinds, rows };
}

export function expectValid(validate: ValidateFunction, value: unknown): void {
  if (validate(value)) return;
  const told = (validate.errors ?? []).map((error: ErrorObject) => `${error.instancePath} ${error.message}`);
  throw new Error(told.join('\n'));
}
