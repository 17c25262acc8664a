import { escapeUTF8 } from 'entities';
import { visible } from './visible.ts';

/**
 * An element of XML. A report is written as it grows, and the libraries that write XML either hold all of it or let through
 * characters that XML cannot hold; so only the escaping is a library's.
 * @param content elements and `xmlText`
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  content = '',
): string {
  const start = startTag(name, attributes);
  return content === '' ? `${start.slice(0, -1)}/>` : `${start}${content}</${name}>`;
}

export function startTag(name: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  return `<${name}${written.join('')}>`;
}

/** Words within an element or an attribute; what XML cannot hold is shown as a sign. */
export function xmlText(words: string): string {
  return escapeUTF8(visible(words));
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
