import type { Text } from '../core/text.ts';

/** Reads the words out of HTML. */
export type HtmlReader = (markup: Text) => Text;

/** Loads the parser: most runs need none. */
export async function loadHtmlReader(): Promise<HtmlReader> {
  return (await import('./html.ts')).readHtml;
}
