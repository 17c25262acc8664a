import { createHash } from 'node:crypto';
import type { Document } from '../core/document.ts';

/**
 * Draws a share of what was read: conversations and drafts each by itself, a library as a whole. Who is drawn depends on
 * the seed and on what identifies it, not on chance or order; a larger share holds the smaller one.
 */
export class Sampler {
  readonly #share: number;
  readonly #seed: string;
  #library: string | undefined;
  #drawn = 0;
  #all = 0;

  /** @param share from 0 to 1 */
  constructor(share: number, seed: string) {
    this.#share = share;
    this.#seed = seed;
  }

  get drawn(): number {
    return this.#drawn;
  }

  get all(): number {
    return this.#all;
  }

  isDrawn(document: Document, path: string): boolean {
    const isDrawn = this.#point(identityOf(document), path) < this.#share;
    // A library may come record by record.
    const isMore = document.kind === 'library' && this.#library === path;
    this.#library = document.kind === 'library' ? path : undefined;
    if (isMore) return isDrawn;
    this.#all++;
    if (isDrawn) this.#drawn++;
    return isDrawn;
  }

  /** Evenly spread over 0 to 1. */
  #point(identity: string, path: string): number {
    const hash = createHash('sha256')
      .update(JSON.stringify([this.#seed, path, identity]))
      .digest();
    return hash.readUIntBE(0, BYTES) / 256 ** BYTES;
  }
}

/** As many as a number holds exactly. */
const BYTES = 6;

/** The id of a conversation; what was said where it has none. */
function identityOf(document: Document): string {
  switch (document.kind) {
    case 'conversation': {
      const { id, messages } = document.conversation;
      return id ?? JSON.stringify(messages.map(({ role, text }) => [role, text.words]));
    }
    case 'draft':
      return document.text.words;
    case 'library':
      return '';
  }
}
