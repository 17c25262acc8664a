/**
 * Words from strangers made harmless for a terminal and for the logs of CI: control characters, escape sequences and marks
 * that turn the direction of text are shown as signs and not carried out, and commands in the middle of a line are none.
 */
export function visible(words: string): string {
  return calm(words).replace(HIDDEN, (sign) => visibleSign(sign));
}

/**
 * Words without what GitHub, Azure and TeamCity take for a command wherever it stands in a line: `##[add-mask]`, `##vso[`,
 * `##teamcity[`. As long as before, so that offsets stay.
 */
export function calm(words: string): string {
  return words.includes('##') ? words.replace(COMMAND, '#\uff03') : words;
}

/** Visible words, of long ones the beginning. */
export function clipped(words: string, units: number): string {
  if (words.length <= units) return visible(words);
  const last = words.charCodeAt(units - 1);
  return `${visible(words.slice(0, last >= 0xd800 && last <= 0xdbff ? units - 1 : units))}…`;
}

/** A path as it may stand where a line or a cell begins, where it shall be neither a command nor a formula. */
export function shownPath(path: string): string {
  return `${/^[\s:=+\-@]/.test(path) ? './' : ''}${visible(path)}`;
}

const COMMAND = /##(?=\w*\[)/g;

/** Control characters (C0, DEL, C1), direction marks, invisible characters but joiners of emoji, lone surrogates. */
const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

function visibleSign(sign: string): string {
  const code = sign.codePointAt(0) as number;
  if (sign === '\t') return '  ';
  // Unicode has a picture for each of the old control characters: ␛ for escape.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
