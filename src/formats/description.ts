import type { Text } from '../core/text.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { Place } from '../texts/places.ts';
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
