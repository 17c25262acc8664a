import type { HeaderName, Mail } from '../core/mail.ts';
import { HEADERS, mailOf } from '../core/mail.ts';
import type { Text } from '../core/text.ts';
import type { Shape } from '../texts/shape.ts';
import { fieldOf, isString } from '../texts/shape.ts';
import type { Tree, TreePath } from '../texts/tree.ts';

/**
 * What fields of a record say of a mail. They are called as the headers are, in snake case (`reply_to`,
 * `list_unsubscribe`), beside `bulk` and `html`.
 * @param except headers whose fields hold something else there
 * @param isBulk what the configuration says
 */
export function mailOfRecord(
  tree: Tree,
  shape: Shape,
  path: TreePath,
  { isBulk, except = [] }: { readonly isBulk: boolean | undefined; readonly except?: readonly HeaderName[] },
): Mail | undefined {
  const headers: Partial<Record<HeaderName, Text>> = {};
  for (const header of HEADERS) {
    if (except.includes(header)) continue;
    const field = fieldOf(shape, FIELDS.get(header) ?? [], isString);
    if (field !== undefined) headers[header] = tree.text([...path, ...field]);
  }
  const html = isString(shape['html']) && shape['html'] !== '' ? tree.text([...path, 'html']) : undefined;
  return mailOf(headers, typeof shape['bulk'] === 'boolean' ? shape['bulk'] : isBulk, html);
}

const FIELDS = new Map(HEADERS.map((header) => [header, [header.replaceAll('-', '_')]]));
