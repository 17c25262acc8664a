import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import type { Range } from '../core/span.ts';

/**
 * Names a finding for as long as it is the same one: lines above it may come and go, and its file may be moved. What it is
 * made of is hashed with a key, so that a fingerprint in a baseline or an artefact tells no words.
 */
export interface Fingerprints {
  /** A numbering of its own for each document, so that like findings in one record are told apart by their order. */
  numbering(): Numbering;
}

/** Gives the fingerprint of what is told of a finding. What is told a second time gets another one. */
export type Numbering = (told: readonly string[]) => string;

/**
 * @param key Whoever knows it can try whether a guess at the words is right. The default keeps words from a casual reader only.
 */
export function fingerprintsWith(key: string = DEFAULT_KEY): Fingerprints {
  const keyed = hmac.create(sha256, utf8ToBytes(key));
  const hashOf = (told: string) =>
    bytesToHex(
      keyed
        .clone()
        .update(utf8ToBytes(told))
        .digest()
        .subarray(0, LENGTH / 2),
    );
  return {
    numbering() {
      const times = new Map<string, number>();
      return (told) => {
        // No part can hold the mark that parts them, so no two lists of parts read the same.
        const whole = [VERSION, ...told.map((part) => part.replaceAll(BETWEEN, ''))].join(BETWEEN);
        const before = times.get(whole) ?? 0;
        times.set(whole, before + 1);
        return hashOf(before === 0 ? whole : `${whole}${BETWEEN}${before}`);
      };
    },
  };
}

/**
 * Words without what changes when a text is laid out or typed anew: case, width, ways to write an accent, invisible characters,
 * blanks and line breaks.
 */
export function plainWords(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(UNSEEN, '');
}

/** Where words begin that shall be known again; long ones are known by their beginning. */
export function openingOf(words: string, units: number): string {
  return plainWords(words.slice(0, units * SPARE)).slice(0, units);
}

/** The words of a range with a few on either side. @param wordsAt the words of a range as a report may show them */
export function surroundings(range: Range, length: number, wordsAt: (range: Range) => string): string {
  const before = wordsAt({ start: Math.max(0, range.start - NEIGHBOURS * SPARE), end: range.start });
  const within = wordsAt({ start: range.start, end: Math.min(range.end, range.start + WITHIN * SPARE) });
  const after = wordsAt({ start: range.end, end: Math.min(length, range.end + NEIGHBOURS * SPARE) });
  return [
    plainWords(before).slice(-NEIGHBOURS),
    openingOf(within, WITHIN),
    plainWords(after).slice(0, NEIGHBOURS),
  ].join(' ');
}

const DEFAULT_KEY = 'replylint';

/** Hexadecimal digits. */
const LENGTH = 32;

/** Goes into every fingerprint; another number where fingerprints are made in another way. */
const VERSION = '1';

const BETWEEN = '\0';

/** Units of plain words that count: on either side of a finding, and of the finding itself. */
const NEIGHBOURS = 24;
const WITHIN = 80;

/** Of so many units as written is one of plain words hoped for, however many blanks stand between. */
const SPARE = 4;

const UNSEEN = /[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+/gu;
