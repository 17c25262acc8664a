import { TextDecoder } from 'node:util';
import { namedEncoding } from './decode.ts';
import { encodingOf } from './encoding.ts';

/** Why bytes could not be decoded, and how many units of text came before. */
export interface Undecodable {
  readonly undecodable: string;
  readonly offset: number;
}

export function isUndecodable(piece: string | Undecodable): piece is Undecodable {
  return typeof piece !== 'string';
}

/**
 * Decodes a file that comes in blocks, in the memory of a block. As long as all is ASCII nothing tells the encoding;
 * it is looked for in the block where something else comes first.
 */
export class StreamDecoder {
  readonly #named: string | undefined;
  #decoder: TextDecoder | undefined;
  #name = '';
  #offset = 0;
  #isOver = false;

  /** @param encoding overrides what the bytes look like */
  constructor(encoding?: string) {
    this.#named = encoding;
  }

  *add(block: Buffer): Generator<string | Undecodable> {
    if (this.#isOver || block.length === 0) return;
    if (this.#decoder === undefined) {
      if (this.#named === undefined && isAscii(block)) {
        this.#offset += block.length;
        yield block.toString('latin1');
        return;
      }
      const name = this.#named === undefined ? encodingOf(block, false) : namedEncoding(block, this.#named);
      if (name === undefined) {
        yield this.#refuse(NO_ENCODING);
        return;
      }
      this.#name = name;
      this.#decoder = new TextDecoder(name, { fatal: true, ignoreBOM: true });
    }
    yield* this.#decode(block, true);
  }

  *finish(): Generator<string | Undecodable> {
    if (!this.#isOver && this.#decoder !== undefined) yield* this.#decode(Buffer.alloc(0), false);
  }

  *#decode(block: Buffer, stream: boolean): Generator<string | Undecodable> {
    let text: string;
    try {
      text = (this.#decoder as TextDecoder).decode(block, { stream });
    } catch (error) {
      // A fatal decoder says no by a TypeError.
      if (!(error instanceof TypeError)) throw error;
      yield this.#refuse(
        `it begins as ${this.#name} text and does not go on as such; name its encoding with --encoding`,
      );
      return;
    }
    this.#offset += text.length;
    if (text !== '') yield text;
  }

  #refuse(undecodable: string): Undecodable {
    this.#isOver = true;
    return { undecodable, offset: this.#offset };
  }
}

export const NO_ENCODING = 'it is neither UTF-8, UTF-16, GB18030 nor Big5 text; name its encoding with --encoding';

function isAscii(block: Buffer): boolean {
  for (let at = 0; at < block.length; at++) {
    const byte = block[at] as number;
    if (byte >= 0x80 || byte === 0) return false;
  }
  return true;
}
