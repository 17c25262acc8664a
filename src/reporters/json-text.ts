/**
 * JSON that is harmless wherever it is shown: in a terminal, in the log of a CI, within a page. What `JSON.stringify` leaves as
 * it is and others carry out (C1 controls, marks of direction, `##[commands]`, tags that end a script) is escaped; the value
 * that is read back is the same.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(CARRIED_OUT, (sign) =>
    Array.from({ length: sign.length }, (_, at) => escaped(sign.charCodeAt(at))).join(''),
  );
}

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

const CARRIED_OUT =
  /[\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]|[\u{e0000}-\u{e007f}]|#(?=#\w*\[)|<(?=[/!?]|script)/giu;
