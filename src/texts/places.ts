import type { Shape } from './shape.ts';
import { isShape, valueAt } from './shape.ts';
import type { TreePath } from './tree.ts';

/** A value inside of structured data. */
export interface Place {
  readonly value: unknown;
  readonly path: TreePath;
  /** The objects on the way to it, the nearest first. */
  readonly above: readonly Shape[];
}

/**
 * The values that a pattern names: keys joined by dots, `*` for every item of a list, nothing for the value itself.
 * "chats.*.threads.*" is every thread of every chat.
 */
export function placesAt(value: unknown, pattern: string): readonly Place[] {
  let places: readonly Place[] = [{ value, path: [], above: [] }];
  for (const key of keysOf(pattern)) places = places.flatMap((place) => inside(place, key));
  return places;
}

function inside({ value, path, above }: Place, key: string): readonly Place[] {
  if (key === '*') {
    if (!Array.isArray(value)) return [];
    return value.map((item: unknown, index) => ({ value: item, path: [...path, index], above }));
  }
  if (Array.isArray(value)) {
    const index = Number(key);
    return index < value.length ? [{ value: value[index] as unknown, path: [...path, index], above }] : [];
  }
  if (!isShape(value) || !Object.hasOwn(value, key)) return [];
  return [{ value: value[key], path: [...path, key], above: [value, ...above] }];
}

/** The place of the first of the named fields whose value fits. */
export function placeOf(place: Place, names: readonly string[], fits: (value: unknown) => boolean): Place | undefined {
  for (const name of names) {
    const [found] = placesAt(place.value, name);
    if (found !== undefined && fits(found.value))
      return { value: found.value, path: [...place.path, ...found.path], above: [...found.above, ...place.above] };
  }
  return undefined;
}

/** Fields that an object must have; where values are named, with one of them. A field may be a path: "author.type". */
export type Marks = Readonly<Record<string, true | readonly unknown[]>>;

export function hasMarks(value: unknown, marks: Marks): boolean {
  for (const name in marks) {
    const wanted = marks[name];
    const found = valueAt(value, keysOf(name));
    if (found === undefined || (wanted !== true && wanted?.includes(found) !== true)) return false;
  }
  return true;
}

const split = new Map<string, readonly string[]>();

/** The patterns of the descriptions are few, and asked for with every record. */
function keysOf(pattern: string): readonly string[] {
  let keys = split.get(pattern);
  if (keys === undefined) {
    keys = pattern === '' ? [] : pattern.split('.');
    split.set(pattern, keys);
  }
  return keys;
}
