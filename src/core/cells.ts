/** How many cells of a terminal or of a mail in a fixed font the words take: a Han character or full-width sign takes two. */
export function cellsOf(words: string): number {
  let cells = 0;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit < 0x300) cells += unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || unit === 0xad ? 0 : 1;
    // Of a pair only the first half counts. What lies beyond the first plane is nearly all wide: Han, emoji.
    else if (unit >= 0xdc00 && unit <= 0xdfff) continue;
    else if (unit >= 0xd800 && unit <= 0xdbff) cells += 2;
    else if (isWide(unit)) cells += 2;
    else if (!INVISIBLE.test(words[at] as string)) cells++;
  }
  return cells;
}

/** Wide and full-width signs of the first plane, as Unicode's EastAsianWidth lists them. */
function isWide(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x2e80 && unit <= 0x4dbf && unit !== 0x303f) ||
    (unit >= 0xff01 && unit <= 0xff60) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0x1100 && unit <= 0x115f) ||
    (unit >= 0xa000 && unit <= 0xa4cf) ||
    (unit >= 0xfe30 && unit <= 0xfe6f) ||
    (unit >= 0xffe0 && unit <= 0xffe6)
  );
}

const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}]/u;
