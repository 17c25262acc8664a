/**
 * Words from strangers made harmless for a terminal: control characters, escape sequences and marks that turn
 * the direction of text are shown as signs and not carried out.
 */
export function visible(words: string): string {
  return words.replace(HIDDEN, (sign) => visibleSign(sign));
}

/** Control characters (C0, DEL, C1), direction marks, invisible characters but joiners of emoji, lone surrogates. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

function visibleSign(sign: string): string {
  const code = sign.codePointAt(0) as number;
  if (sign === '\t') return '  ';
  // Unicode has a picture for each of the old control characters: ␛ for escape.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
