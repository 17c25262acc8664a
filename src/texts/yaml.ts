import type { Document, Scalar } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { refusal } from '../core/edit.ts';
import { mappedText } from '../core/mapped-text.ts';
import type { Source } from '../core/source.ts';
import type { Malformed, Tree, TreePath } from './tree.ts';
import { mapScalar, spellScalar } from './yaml-scalar.ts';

/** Reads a source as one YAML document. */
export function readYaml(source: Source): Tree | Malformed {
  const document = parseDocument(source.text, {
    keepSourceTokens: true,
    lineCounter: new LineCounter(),
    prettyErrors: false,
    logLevel: 'silent',
  });
  const { offset: base } = source.base;
  const error = document.errors[0];
  if (error !== undefined) return { problem: `no YAML: ${firstLine(error.message)}`, offset: base + error.pos[0] };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (refused) {
    return {
      problem: `no YAML: ${firstLine(refused instanceof Error ? refused.message : String(refused))}`,
      offset: base,
    };
  }
  return {
    value,
    text(path) {
      const { node, isShared } = scalarAt(document, path);
      const words = node.value as string;
      return mappedText(
        words,
        () =>
          mapScalar(source.text, node, base) ??
          refusal('the string is written in a way that cannot be followed', rangeOf(node, base)),
        (replacement, span) =>
          isShared
            ? refusal('the string is used in several places by an alias')
            : spellScalar(replacement, { text: source.text, node, start: span.start - base, end: span.end - base }),
      );
    },
  };
}

/** Aliases may make a small file stand for a huge one; the parser refuses beyond this. */
const MOST_ALIASES = 100;

function scalarAt(document: Document, path: TreePath): { node: Scalar; isShared: boolean } {
  let node: unknown = document.contents;
  let isShared = false;
  const followAlias = () => {
    while (isAlias(node)) {
      isShared = true;
      node = node.resolve(document);
    }
  };
  followAlias();
  for (const key of path) {
    if (isMap(node)) node = node.items.findLast((item) => keyOf(item.key) === String(key))?.value;
    else if (isSeq(node)) node = node.items[key as number];
    followAlias();
  }
  if (!isScalar(node) || typeof node.value !== 'string') throw new TypeError(`no string at ${path.join('.')}`);
  return { node, isShared };
}

function keyOf(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function rangeOf(node: Scalar, base: number): { start: number; end: number } {
  return { start: base + (node.range?.[0] ?? 0), end: base + (node.range?.[1] ?? 0) };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
