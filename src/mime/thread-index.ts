import { hashOfId } from '../core/id-hash.ts';
import type { MailIds } from './mail-ids.ts';

/**
 * Which mails of a file belong together, by the ids that their headers name. An id costs some 30 bytes: two million
 * mails are indexed in the memory of a hundred megabytes. Of what is beyond, each mail is a thread of its own.
 */
export class ThreadIndex {
  /** Hashes of ids in an open table, and the node of each. */
  #hashes = new Float64Array(1 << 10);
  #nodeAt = new Int32Array(1 << 10);
  #count = 0;
  /** The other node that a node was joined to; itself where it was to none. */
  #parents = new Int32Array(1 << 10);
  #nodes = 0;
  /** The node of each mail. */
  #mails = new Int32Array(1 << 10);
  #length = 0;
  #ends: { readonly first: Int32Array; readonly last: Int32Array } | undefined;
  readonly #most: number;

  constructor(most = MOST_IDS) {
    this.#most = most;
  }

  get length(): number {
    return this.#length;
  }

  add({ id, answered, threads }: MailIds): void {
    const own = id === undefined ? this.#newNode() : this.#nodeOf(id);
    for (const other of [...answered, ...threads]) this.#join(own, this.#nodeOf(other));
    if (this.#length === this.#mails.length) this.#mails = grown(this.#mails);
    this.#mails[this.#length++] = own;
    this.#ends = undefined;
  }

  /** A number that all mails of a thread share. @param mail counted from 0 in the file */
  threadOf(mail: number): number {
    return this.#rootOf(this.#mails[mail] as number);
  }

  /** The first and last mail of a thread. */
  endsOf(thread: number): { readonly first: number; readonly last: number } {
    if (this.#ends === undefined) {
      const first = new Int32Array(this.#nodes).fill(-1);
      const last = new Int32Array(this.#nodes).fill(-1);
      for (let mail = 0; mail < this.#length; mail++) {
        const root = this.threadOf(mail);
        if (first[root] === -1) first[root] = mail;
        last[root] = mail;
      }
      this.#ends = { first, last };
    }
    return { first: this.#ends.first[thread] as number, last: this.#ends.last[thread] as number };
  }

  #newNode(): number {
    if (this.#nodes === this.#parents.length) this.#parents = grown(this.#parents);
    this.#parents[this.#nodes] = this.#nodes;
    return this.#nodes++;
  }

  #nodeOf(id: string): number {
    if (this.#count * 2 >= this.#hashes.length) {
      if (this.#count >= this.#most) return this.#newNode();
      this.#grow();
    }
    const hash = hashOfId(id);
    const at = placeOf(this.#hashes, hash);
    if (this.#hashes[at] === hash) return this.#nodeAt[at] as number;
    this.#hashes[at] = hash;
    this.#count++;
    const node = this.#newNode();
    this.#nodeAt[at] = node;
    return node;
  }

  #grow(): void {
    const hashes = new Float64Array(this.#hashes.length * 2);
    const nodeAt = new Int32Array(hashes.length);
    this.#hashes.forEach((hash, old) => {
      if (hash === 0) return;
      const at = placeOf(hashes, hash);
      hashes[at] = hash;
      nodeAt[at] = this.#nodeAt[old] as number;
    });
    this.#hashes = hashes;
    this.#nodeAt = nodeAt;
  }

  #rootOf(node: number): number {
    let at = node;
    while (this.#parents[at] !== at) {
      // Paths are halved on the way, so that long chains stay short.
      this.#parents[at] = this.#parents[this.#parents[at] as number] as number;
      at = this.#parents[at] as number;
    }
    return at;
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.#rootOf(one), this.#rootOf(other)];
    if (a !== b) this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}

const MOST_IDS = 4_000_000;

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function placeOf(hashes: Float64Array, hash: number): number {
  const mask = hashes.length - 1;
  let at = (hash % 4294967291) & mask;
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & mask;
  return at;
}
