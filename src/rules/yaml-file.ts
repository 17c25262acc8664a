import * as v from 'valibot';
import type { Document, Node } from 'yaml';
import { isCollection, isMap, isPair, isScalar, LineCounter, parseAllDocuments } from 'yaml';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError } from '../core/setup-error.ts';
import { suggestion } from './nearest.ts';

/** A file of settings as it was read. */
export interface SettingsFile {
  /** As it is shown to the user. */
  readonly path: string;
  readonly text: string;
}

/** One document of settings whose values know their places. */
export interface SettingsDocument {
  readonly path: string;
  readonly value: unknown;
  /** The place of a value, or of its nearest parent that is there. @param key the place of the last key instead of its value */
  place(path: readonly (string | number)[], key?: boolean): SetupPlace;
}

/** @throws SetupError where the file is no YAML */
export function readSettings(file: SettingsFile): readonly SettingsDocument[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  return ('empty' in documents ? [] : documents).map((document) => {
    const error = document.errors[0];
    if (error !== undefined)
      throw new SetupError(firstSentence(error.message), { place: placeAt(file, lines, error.pos[0]) });
    return {
      path: file.path,
      value: jsOf(document, file),
      place: (path, key = false) => placeAt(file, lines, offsetOf(document, path, key)),
    };
  });
}

/** The value checked against a schema; every mistake is added to `errors`. */
export function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  document: SettingsDocument,
  errors: SetupError[],
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, document.value);
  if (result.success) return result.output;
  const seen = new Set<string>();
  for (const issue of result.issues) {
    for (const error of errorsOf(issue, [], schema, document)) {
      if (!seen.has(error.line)) errors.push(error);
      seen.add(error.line);
    }
  }
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

function errorsOf(
  issue: Issue,
  above: readonly (string | number)[],
  schema: v.GenericSchema,
  document: SettingsDocument,
): SetupError[] {
  const path = [...above, ...(issue.path ?? []).map((item) => item.key as string | number)];
  if (issue.type === 'union' && issue.issues !== undefined) {
    const branch = bestBranch(issue.issues as readonly Issue[], issue.input);
    if (branch.length > 0) return branch.flatMap((inner) => errorsOf(inner, path, schema, document));
  }
  const name = path.length === 0 ? 'the file' : `“${path.join('.')}”`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const parent = path.slice(0, -1);
    const within = parent.length === 0 ? 'the file' : `“${parent.join('.')}”`;
    if (Array.isArray(issue.path?.at(-1)?.input))
      return [new SetupError(`${within} should be keys and values, not a list.`, { place: document.place(parent) })];
    const known = keysAt(schema, parent);
    // The schema names the first one only.
    const unknown = Object.keys(issue.path?.at(-1)?.input ?? {}).filter((key) => !known.includes(key));
    return [...new Set([String(path.at(-1)), ...unknown])].map(
      (key) =>
        new SetupError(`unknown key “${key}”.`, {
          place: document.place([...parent, key], true),
          mend: suggestion(key, known),
        }),
    );
  }
  if (issue.type.endsWith('_object') && issue.received === 'undefined') {
    return [
      new SetupError(`the key “${String(path.at(-1))}” is missing.`, { place: document.place(path.slice(0, -1)) }),
    ];
  }
  if (issue.type === 'picklist') {
    const options = (issue.expected ?? '').replace(/[()"]/g, '').split(' | ');
    const value = String(issue.input);
    return [
      new SetupError(`${name} is “${value}”.`, { place: document.place(path), mend: suggestion(value, options) }),
    ];
  }
  if (issue.kind === 'schema') {
    return [
      new SetupError(`${name} should be ${plain(issue.expected)}, not ${plain(issue.received)}.`, {
        place: document.place(path),
      }),
    ];
  }
  return [new SetupError(`${name}: ${issue.message}.`, { place: document.place(path) })];
}

/** Of the ways in which a value could be right, the one it comes nearest to; none where its kind fits no way. */
function bestBranch(issues: readonly Issue[], input: unknown): readonly Issue[] {
  if (typeof input !== 'object' || input === null) {
    const choice = issues.find(({ type }) => type === 'picklist' && typeof input === 'string');
    return choice === undefined ? issues.filter(({ kind }) => kind !== 'schema') : [choice];
  }
  const within = flattened(issues).filter(
    ({ path, kind, type }) => (path?.length ?? 0) > 0 || kind !== 'schema' || type === 'union',
  );
  // Where one way knows a key and finds fault inside, no other way has anything to say of it.
  const known = new Set(within.filter(isInside).map((issue) => issue.path?.[0]?.key));
  return known.size === 0 ? within : within.filter((issue) => isInside(issue) || !isAboutKey(issue, known));
}

/** A union inside of a union is more ways. */
function flattened(issues: readonly Issue[]): readonly Issue[] {
  return issues.flatMap((issue) =>
    issue.type === 'union' && issue.path === undefined && issue.issues !== undefined
      ? flattened(issue.issues as readonly Issue[])
      : [issue],
  );
}

function isInside({ path, issues }: Issue): boolean {
  const depth = path?.length ?? 0;
  return depth > 1 || (depth === 1 && issues !== undefined);
}

/** A key that is not known here but elsewhere, or one that lacks here. */
function isAboutKey({ type, path, expected, received }: Issue, known: ReadonlySet<unknown>): boolean {
  if (!type.endsWith('_object') || path?.length !== 1) return false;
  return received === 'undefined' || (expected === 'never' && known.has(path[0]?.key));
}

function plain(expected: string | null): string {
  if (expected === null) return 'something else';
  return expected
    .replace(/[()]/g, '')
    .replace(/\bObject\b/g, 'keys and values')
    .replace(/\bArray\b/g, 'a list')
    .replace(/\bFunction\b/g, 'a function')
    .replace(/\bstring\b/g, 'text')
    .replace(/\bundefined\b/g, 'nothing')
    .replace(/"([^"]*)"/g, '“$1”')
    .replaceAll(' | ', ' or ');
}

/** The keys that an object at this path of a schema may have. */
function keysAt(schema: unknown, path: readonly (string | number)[]): readonly string[] {
  const node = schema as {
    type?: string;
    entries?: Record<string, unknown>;
    item?: unknown;
    options?: unknown[];
    wrapped?: unknown;
    value?: unknown;
    pipe?: unknown[];
  };
  if (node.wrapped !== undefined) return keysAt(node.wrapped, path);
  if (node.type === 'union') return [...new Set((node.options ?? []).flatMap((option) => keysAt(option, path)))];
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(node.entries ?? {});
  if (node.entries?.[first] !== undefined) return keysAt(node.entries[first], rest);
  if (node.type === 'array' && typeof first === 'number') return keysAt(node.item, rest);
  if (node.type === 'record') return keysAt(node.value, rest);
  return [];
}

function jsOf(document: Document, { path, text }: SettingsFile): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new SetupError(error instanceof Error ? error.message : String(error), {
      place: { path, line: 1, column: 1, text },
    });
  }
}

function placeAt({ path, text }: SettingsFile, lines: LineCounter, offset: number): SetupPlace {
  const { line, col } = lines.linePos(offset);
  return { path, line: Math.max(line, 1), column: Math.max(col, 1), text };
}

function offsetOf(document: Document, path: readonly (string | number)[], key: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const inner = path.slice(0, length);
    if (key && length === path.length) {
      const parent = length === 1 ? document.contents : document.getIn(inner.slice(0, -1), true);
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === inner.at(-1));
        if (pair !== undefined && isScalar(pair.key)) return pair.key.range?.[0] ?? 0;
      }
    }
    const node = document.getIn(inner, true);
    if (isScalar(node) || isCollection(node)) return (node as Node).range?.[0] ?? 0;
  }
  return (document.contents as Node | null)?.range?.[0] ?? document.range?.[0] ?? 0;
}

function firstSentence(message: string): string {
  return message.split('\n')[0] ?? message;
}
