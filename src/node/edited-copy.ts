import type { Edit } from '../core/edit.ts';
import type { Source } from '../core/source.ts';
import type { Codec } from './encode.ts';

/** Why a file cannot be written. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
  readonly why: UnwritableReason;

  constructor(why: UnwritableReason) {
    super(why);
    this.why = why;
  }
}

/**
 * - `changed`: the bytes are no longer those that were read
 * - `encoding`: it is read and not written, or lacks a character of the fix, or the file mixes several
 */
export type UnwritableReason = 'changed' | 'encoding';

/**
 * Copies the bytes of a file with edits, in the memory of a block and of the record that is edited. Only the bytes of
 * the edits are written anew, so that whatever else stands there comes out as it went in.
 */
export class EditedCopy {
  readonly #blocks: AsyncIterator<Buffer>;
  readonly #codec: Codec;
  readonly #write: (bytes: Buffer) => Promise<void>;
  #bytes: Buffer = Buffer.alloc(0);
  /** UTF-16 units that were copied. */
  #units = 0;

  constructor(blocks: AsyncIterable<Buffer>, codec: Codec, write: (bytes: Buffer) => Promise<void>) {
    this.#blocks = blocks[Symbol.asyncIterator]();
    this.#codec = codec;
    this.#write = write;
  }

  /**
   * Copies up to the end of a source, with its edits. Sources come in the order of the file.
   * @param edits in reading order, none overlapping another
   * @throws Unwritable
   */
  async source({ text, base }: Source, edits: readonly Edit[]): Promise<void> {
    for (const { span, words } of edits) {
      const encoded = this.#codec.encode(words);
      if (encoded === undefined) throw new Unwritable('encoding');
      // What stands before the place shows that it is the place, whatever was there first.
      const line = text.lastIndexOf('\n', span.start - base.offset - 1) + 1;
      const from = Math.max(this.#units, base.offset + line, span.start - CONTEXT);
      await this.#copyTo(from);
      const before = text.slice(from - base.offset, span.start - base.offset);
      await this.#expect(before, true);
      await this.#expect(text.slice(span.start - base.offset, span.end - base.offset), false);
      await this.#write(encoded);
    }
  }

  /** Copies what is left. */
  async finish(): Promise<void> {
    do {
      await this.#write(this.#bytes);
      this.#bytes = Buffer.alloc(0);
    } while (await this.#more());
  }

  async close(): Promise<void> {
    await this.#blocks.return?.();
  }

  async #copyTo(offset: number): Promise<void> {
    while (this.#units < offset) {
      const { bytes, units } = this.#measure(offset - this.#units);
      await this.#write(this.#bytes.subarray(0, bytes));
      this.#bytes = this.#bytes.subarray(bytes);
      this.#units += units;
      if (this.#units < offset && !(await this.#more())) throw new Unwritable('changed');
    }
    if (this.#units > offset) throw new Unwritable('changed');
  }

  /** Takes the bytes of the words, and compares. */
  async #expect(words: string, isCopied: boolean): Promise<void> {
    for (;;) {
      const { bytes, units } = this.#measure(words.length);
      if (units > words.length) throw new Unwritable('changed');
      if (units === words.length) {
        const taken = this.#bytes.subarray(0, bytes);
        if (this.#codec.decode(taken) !== words) throw new Unwritable('changed');
        if (isCopied) await this.#write(taken);
        this.#bytes = this.#bytes.subarray(bytes);
        this.#units += units;
        return;
      }
      if (!(await this.#more())) throw new Unwritable('changed');
    }
  }

  /** How many of the bytes at hand make so many units. */
  #measure(wanted: number): { bytes: number; units: number } {
    let bytes = 0;
    let units = 0;
    while (units < wanted && bytes < this.#bytes.length) {
      const character = this.#codec.characterAt(this.#bytes, bytes);
      if (character === undefined) break;
      bytes += character.bytes;
      units += character.units;
    }
    return { bytes, units };
  }

  async #more(): Promise<boolean> {
    const { value, done } = await this.#blocks.next();
    if (done === true) return false;
    this.#bytes = this.#bytes.length === 0 ? (value as Buffer) : Buffer.concat([this.#bytes, value as Buffer]);
    return true;
  }
}

/** Units that are compared before an edit. */
const CONTEXT = 60;
