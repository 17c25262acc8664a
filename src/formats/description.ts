import type { Text } from '../core/text.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { Marks, Place } from '../texts/places.ts';
import { placeOf } from '../texts/places.ts';
import { isString, isStringOrNumber } from '../texts/shape.ts';
import type { Tree } from '../texts/tree.ts';
import type { FormatSettings } from './format.ts';

/** What descriptions of products' exports have in common. */

export interface TextField {
  readonly field: string;
  readonly isHtml?: boolean;
}

/** Whoever names fields in the configuration describes the file better. */
export function isRenamed({ fields }: FormatSettings): boolean {
  return Object.keys(fields).length > 0;
}

/** The words of the first field that holds a string. */
export function textAt(
  place: Place,
  fields: readonly TextField[],
  tree: Tree,
  html: HtmlReader | undefined,
): Text | undefined {
  for (const { field, isHtml } of fields) {
    const found = placeOf(place, [field], isString);
    if (found === undefined) continue;
    const text = tree.text(found.path);
    return isHtml && html !== undefined ? html(text) : text;
  }
  return undefined;
}

export function wordsAt(place: Place, names: readonly string[]): string | undefined {
  const found = placeOf(place, names, isStringOrNumber);
  return found === undefined ? undefined : String(found.value);
}

/** For the documentation: the fields by which a product is known. */
export function knownByFields(...marks: readonly (Marks | undefined)[]): string {
  const names = new Set(marks.flatMap((one) => Object.keys(one ?? {})));
  return `the fields ${[...names].map((name) => `\`${name}\``).join(', ')}`;
}
