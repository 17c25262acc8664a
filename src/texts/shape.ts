import type { Tree, TreePath } from './tree.ts';

/** An object of JSON or YAML; arrays and null are none. */
export type Shape = Readonly<Record<string, unknown>>;

export function isShape(value: unknown): value is Shape {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The first of the named fields that the object has, with a value that fits. A name may be a path: "author.type".
 * @param names a list that stays the same, since its paths are kept
 */
export function fieldOf(
  shape: Shape,
  names: readonly string[],
  fits: (value: unknown) => boolean,
): TreePath | undefined {
  for (const { name, path, nested } of fieldsOf(names)) {
    if (Object.hasOwn(shape, name)) {
      if (fits(shape[name])) return path;
    } else if (nested !== undefined && fits(valueAt(shape, nested))) return nested;
  }
  return undefined;
}

interface Field {
  readonly name: string;
  readonly path: TreePath;
  /** Where the name may stand for a path. */
  readonly nested: TreePath | undefined;
}

const knownFields = new WeakMap<readonly string[], readonly Field[]>();

/** Every record has the same fields. */
function fieldsOf(names: readonly string[]): readonly Field[] {
  let fields = knownFields.get(names);
  if (fields === undefined) {
    fields = names.map((name) => ({ name, path: [name], nested: name.includes('.') ? name.split('.') : undefined }));
    knownFields.set(names, fields);
  }
  return fields;
}

export function valueAt(value: unknown, path: TreePath): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string | number, unknown>)[key];
  }
  return at;
}

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isStringOrNumber(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** The words of a field that holds a string or number, or undefined. */
export function wordsOf(shape: Shape, names: readonly string[]): string | undefined {
  const path = fieldOf(shape, names, isStringOrNumber);
  return path === undefined ? undefined : String(valueAt(shape, path));
}

/** The objects of a list with their paths. */
export function* shapesIn(tree: Tree, path: TreePath): Generator<{ shape: Shape; path: TreePath }> {
  const list = valueAt(tree.value, path);
  if (!Array.isArray(list)) return;
  for (const [index, shape] of list.entries()) if (isShape(shape)) yield { shape, path: [...path, index] };
}
