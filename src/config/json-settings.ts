import type { Node, ParseError } from 'jsonc-parser';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError } from '../core/setup-error.ts';
import type { SettingsDocument, SettingsFile } from '../rules/yaml-file.ts';

/**
 * Reads settings in JSON; comments and trailing commas are let pass. @param below the keys of the part of the file that
 * holds the settings
 * @throws SetupError where the file is no JSON
 */
export function readJsonSettings(file: SettingsFile, below: readonly string[] = []): SettingsDocument {
  const errors: ParseError[] = [];
  const root = parseTree(file.text, errors, { allowTrailingComma: true, disallowComments: false });
  const [error] = errors;
  if (error !== undefined)
    throw new SetupError(`this is no JSON: ${inWords(printParseErrorCode(error.error))}.`, {
      place: placeAt(file, error.offset),
    });
  if (root === undefined) return { path: file.path, value: undefined, place: () => placeAt(file, 0) };
  rejectTwins(root, file);
  const settings = findNodeAtLocation(root, [...below]);
  return {
    path: file.path,
    value: settings === undefined ? undefined : getNodeValue(settings),
    place: (path, key = false) => placeAt(file, offsetOf(root, [...below, ...path], key)),
  };
}

/** Of two values under one key the first would be lost without a word. */
function rejectTwins(node: Node, file: SettingsFile): void {
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const [key] = child.children ?? [];
    if (node.type === 'object' && key !== undefined) {
      const name = String(key.value);
      if (seen.has(name))
        throw new SetupError(`the key “${name}” is there twice.`, { place: placeAt(file, key.offset) });
      seen.add(name);
    }
    rejectTwins(child, file);
  }
}

function offsetOf(root: Node, path: readonly (string | number)[], key: boolean): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node === undefined) continue;
    const isKey = key && length === path.length && node.parent?.type === 'property';
    return (isKey ? node.parent : node)?.offset ?? 0;
  }
  return root.offset;
}

function placeAt({ path, text }: SettingsFile, offset: number): SetupPlace {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { path, line: before.length, column: (before.at(-1) ?? '').length + 1, text };
}

/** "CloseBraceExpected": close brace expected. */
function inWords(code: string): string {
  return code.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
