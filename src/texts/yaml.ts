import type { Scalar, YAMLMap } from 'yaml';
import { isAlias, isCollection, isMap, isScalar, isSeq } from 'yaml';
import type { Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { UnitMap } from '../core/mapped-text.ts';
import { mappedText } from '../core/mapped-text.ts';
import type { Source } from '../core/source.ts';
import type { Text } from '../core/text.ts';
import { unplaced } from '../core/text.ts';
import { valueAt } from './shape.ts';
import type { Malformed, Tree, TreePath } from './tree.ts';
import type { Aliases } from './yaml-aliases.ts';
import { aliasesOf } from './yaml-aliases.ts';
import { directiveComments } from './yaml-directives.ts';
import { yamlDocument } from './yaml-document.ts';
import { decodeScalar, writtenScalar } from './yaml-scalar.ts';
import { spellScalar } from './yaml-spelling.ts';

/** Reads a source as one YAML document. */
export function readYaml({ text, base: { offset } }: Source): Tree | Malformed {
  // The parser takes a byte order mark for a column, and a list behind it for something else. It does not know that a
  // carriage return alone ends a line.
  const mark = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  return readMarkless(text.slice(mark).replace(/\r(?!\n)/g, '\n'), offset + mark);
}

const BYTE_ORDER_MARK = '\ufeff';

/** @param base offset of the text in its file */
function readMarkless(text: string, base: number): Tree | Malformed {
  const comments = directiveComments(text, base);
  const document = yamlDocument(text, comments?.add);
  if ('message' in document) return { problem: `no YAML: ${document.message}`, offset: base + document.offset };
  const aliases = aliasesOf(document);
  if ('message' in aliases) return { problem: `no YAML: ${aliases.message}`, offset: base + aliases.offset };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: -1 });
  } catch (refused) {
    // A merge of what is no map.
    return { problem: `no YAML: ${refused instanceof Error ? refused.message : String(refused)}`, offset: base };
  }
  const childAt = createLookup(aliases);
  return {
    value,
    directives: comments?.directives(),
    text(path) {
      const words = valueAt(value, path);
      if (typeof words !== 'string') throw new TypeError(`no string at ${path.join('.')}`);
      const found = findScalar(document.contents, path, aliases, childAt);
      // The program that reads keys is not the one that looks for them: a merged map, a list as a key.
      if (found.scalar?.value !== words) return unplaced(words, spanOf(found.range, base));
      return scalarText(text, base, words, found as FoundScalar & { scalar: Scalar });
    },
  };
}

function scalarText(
  text: string,
  base: number,
  words: string,
  { scalar, isShared, isInFlow }: FoundScalar & { scalar: Scalar },
): Text {
  const start = base + (scalar.range?.[0] ?? 0);
  const written = writtenScalar(text, scalar);
  const makeMap = (): UnitMap | Refusal => {
    const decoded = written === undefined ? undefined : decodeScalar(written, start);
    return decoded?.words === words
      ? decoded
      : refusal('the string is written in a way that cannot be followed', spanOf(scalar.range, base));
  };
  return mappedText(words, makeMap, (replacement, span, range) => {
    if (isShared) return refusal('the string is used in several places by an alias');
    if (written === undefined) return refusal('the string is written in a way that cannot be followed');
    return spellScalar(replacement, {
      scalar: written,
      start: span.start - start,
      end: span.end - start,
      isInFlow,
      expected: words.slice(0, range.start) + replacement + words.slice(range.end),
    });
  });
}

interface FoundScalar {
  readonly scalar: Scalar | undefined;
  /** Of the last node on the way. */
  readonly range: Scalar['range'];
  /** Another place of the document shows the same string. */
  readonly isShared: boolean;
  /** Inside of `[…]` or `{…}`. */
  readonly isInFlow: boolean;
}

function findScalar(root: unknown, path: TreePath, aliases: Aliases, childAt: Lookup): FoundScalar {
  let node = root;
  let isShared = false;
  let isInFlow = false;
  let range: Scalar['range'];
  for (let depth = 0; ; depth++) {
    if (isAlias(node)) isShared = true;
    node = aliases.resolve(node);
    if (!isScalar(node) && !isCollection(node)) return { scalar: undefined, range, isShared, isInFlow };
    if (aliases.isAliased(node)) isShared = true;
    if (node.range) range = node.range;
    if (depth === path.length) return { scalar: isScalar(node) ? node : undefined, range, isShared, isInFlow };
    if (isScalar(node)) return { scalar: undefined, range, isShared, isInFlow };
    if (node.flow === true) isInFlow = true;
    node = childAt(node, path[depth] as string | number);
  }
}

/** What stands in a list or map under a key. */
type Lookup = (collection: unknown, key: string | number) => unknown;

/** A library may be one map of all its entries, so keys are looked up and not searched for. */
function createLookup(aliases: Aliases): Lookup {
  const maps = new WeakMap<YAMLMap, ReadonlyMap<string | undefined, unknown>>();
  return (collection, key) => {
    if (isSeq(collection)) return collection.items[key as number];
    if (!isMap(collection)) return undefined;
    let values = maps.get(collection);
    if (values === undefined) {
      values = new Map(collection.items.map((item) => [keyOf(item.key, aliases), item.value]));
      maps.set(collection, values);
    }
    return values.get(String(key));
  };
}

/** The name that a key has in the value; undefined for lists and maps, whose names are the parser's own. */
function keyOf(key: unknown, aliases: Aliases): string | undefined {
  const node = aliases.resolve(key);
  const value = isScalar(node) ? node.value : node;
  if (value === null) return '';
  return typeof value === 'object' ? undefined : String(value);
}

function spanOf(range: Scalar['range'], base: number): { start: number; end: number } {
  return { start: base + (range?.[0] ?? 0), end: base + (range?.[1] ?? 0) };
}
