import type { BytePlaces } from './quoted-printable.ts';

/** Decodes base64; what is no sign of it is passed over. Three bytes stand where their four signs do. @param places is filled where it is given */
export function decodeBase64(coded: string, places?: BytePlaces): string {
  const pieces: string[] = [];
  let units: number[] = [];
  let bits = 0;
  let count = 0;
  let start = 0;
  const end = (at: number) => {
    // Of fewer than four signs, one byte less than there are signs.
    for (let index = 0; index < count - 1; index++) {
      units.push((bits >> (16 - index * 8)) & 0xff);
      places?.starts.push(start);
      places?.ends.push(at);
    }
    count = 0;
    bits = 0;
    if (units.length < 8000) return;
    pieces.push(String.fromCharCode(...units));
    units = [];
  };
  let behind = 0;
  for (let at = 0; at < coded.length; at++) {
    const code = coded.charCodeAt(at);
    const value = code < 128 ? (VALUES[code] as number) : -1;
    if (value < 0) {
      // The end of one run of base64; some programs put several behind each other.
      if (code === 61 && count > 1) end(at + 1);
      continue;
    }
    if (count === 0) start = at;
    bits |= value << (18 - count * 6);
    count++;
    behind = at + 1;
    if (count === 4) end(behind);
  }
  end(behind);
  pieces.push(String.fromCharCode(...units));
  return pieces.join('');
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = Int8Array.from({ length: 128 }, (_, code) => SIGNS.indexOf(String.fromCharCode(code)));

/** Bytes in base64, in one line. */
export function encodeBase64(bytes: string): string {
  let result = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one, two, three] = [bytes.charCodeAt(at), bytes.charCodeAt(at + 1), bytes.charCodeAt(at + 2)] as const;
    const bits = (one << 16) | ((two || 0) << 8) | (three || 0);
    const signs = [18, 12, 6, 0].map((shift) => SIGNS[(bits >> shift) & 63] as string);
    const missing = Math.max(0, at + 3 - bytes.length);
    result += signs.slice(0, 4 - missing).join('') + '='.repeat(missing);
  }
  return result;
}

/** The lines of a part in base64. */
export function wrapBase64(coded: string, lineBreak: string): string {
  return (coded.match(/.{1,76}/g) ?? []).join(lineBreak);
}
