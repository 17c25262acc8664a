import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';

export const email: Detector = {
  name: 'email',
  about: 'An e-mail address: help@example.com',
  find({ words }) {
    const found: Range[] = [];
    // From each @ outwards: a search for the part before it would try every word of a long text.
    for (let at = nextAt(words, 0); at >= 0; at = nextAt(words, at + 1)) {
      const from = Math.max(found.at(-1)?.end ?? 0, at - LONGEST_LOCAL);
      const local = LOCAL.exec(words.slice(from, at))?.[0];
      const domain = DOMAIN.exec(words.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0];
      if (local !== undefined && domain !== undefined)
        found.push({ start: at - local.length, end: at + 1 + domain.length });
    }
    return found;
  },
};

function nextAt(words: string, from: number): number {
  const plain = words.indexOf('@', from);
  const wide = words.indexOf('＠', from);
  return plain < 0 || (wide >= 0 && wide < plain) ? wide : plain;
}

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 253;

/** In one script: Han characters before an address are no part of it. */
const LOCAL =
  /(?:[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*|[\p{Script=Cyrillic}0-9_-]+(?:\.[\p{Script=Cyrillic}0-9_-]+)*)$/u;
const DOMAIN =
  /^(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,24}(?![A-Za-z0-9-])|(?:[\p{Script=Cyrillic}0-9-]+\.)+\p{Script=Cyrillic}{2,24})/u;
