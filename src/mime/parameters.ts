/** `text/plain; charset="utf-8"` taken apart. Names are in small letters. */
export interface Parameterised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Reads the value of Content-Type or Content-Disposition; parameters in pieces (RFC 2231) are put together. */
export function parseParameters(written: string): Parameterised {
  const bare = withoutComments(written);
  const semicolon = bare.indexOf(';');
  const value = (semicolon < 0 ? bare : bare.slice(0, semicolon)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  const pieces = new Map<string, string[]>();
  for (const match of bare.slice(value === '' ? 0 : semicolon < 0 ? bare.length : semicolon).matchAll(PARAMETER)) {
    const name = (match[1] as string).toLowerCase();
    const said = match[2] === undefined ? (match[3] ?? '') : match[2].replace(/\\(.)/g, '$1');
    const numbered = /^(.+?)\*(\d{1,3})\*?$/.exec(name);
    if (numbered === null) {
      const plain = name.replace(/\*$/, '');
      if (!parameters.has(plain)) parameters.set(plain, said);
      continue;
    }
    const list = pieces.get(numbered[1] as string) ?? [];
    list[Math.min(Number(numbered[2]), MOST_PIECES)] = said;
    pieces.set(numbered[1] as string, list);
  }
  for (const [name, list] of pieces) if (!parameters.has(name)) parameters.set(name, list.join(''));
  return { value, parameters };
}

const MOST_PIECES = 100;
const PARAMETER = /;\s*([A-Za-z0-9!#$&+.^_`{|}~*-]{1,60})\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;

/** `(comments)` that stand in no quotes. */
function withoutComments(written: string): string {
  if (!written.includes('(')) return written;
  return written.replace(/"(?:[^"\\]|\\.)*"|\([^()]*\)/g, (piece) => (piece.startsWith('"') ? piece : ' '));
}
