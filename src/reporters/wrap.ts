import stringWidth from 'fast-string-width';

/** Words in lines that fit the width. Chinese has no blanks, and is broken between any two characters but before closing marks. */
export function wrapped(words: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const [piece] of words.matchAll(PIECES)) {
    const columns = stringWidth(piece.trimEnd());
    if (used > 0 && used + columns > width) {
      lines.push(current.trimEnd());
      current = '';
      used = 0;
    }
    current += piece;
    used += stringWidth(piece);
  }
  return [...lines, current.trimEnd()];
}

/** A Han character or a word, with opening marks before it, and closing marks and blanks after it. */
const PIECES =
  /[（“「《(]*(?:\p{Script=Han}|[^\s\p{Script=Han}（“「《，。、；：！？）”」》]+)?[，。、；：！？）”」》]*\s*/gu;
