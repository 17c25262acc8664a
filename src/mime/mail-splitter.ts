import { isSeparator, LONGEST_SEPARATOR } from './mbox.ts';

/** A mail of a mailbox file as it stands there, with the line above it. */
export interface CutMail {
  readonly text: string;
  /** Bytes before it in the file. */
  readonly offset: number;
  readonly length: number;
  /** False where not all of it was kept. */
  readonly isWhole: boolean;
  /** False for what stands above the first mail of the file. */
  readonly isMail: boolean;
}

/** Cuts a mailbox file that comes in blocks into its mails, in the memory of one. */
export class MailSplitter {
  readonly #most: number;
  /** A line that goes on in the next block. */
  #rest = '';
  #isAtLineStart = true;
  #pieces: string[] = [];
  #kept = 0;
  #length = 0;
  #offset = 0;
  #isMail = false;

  /** @param most bytes of a mail that are kept */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param block bytes, one unit each */
  *add(block: string): Generator<CutMail> {
    const text = this.#rest + block;
    const feed = text.lastIndexOf('\n');
    // A line that is longer than any that parts mails can be told apart before it ends.
    const end = text.length - feed - 1 > LONGEST_SEPARATOR ? text.length : feed + 1;
    this.#rest = text.slice(end);
    yield* this.#read(text.slice(0, end));
    if (end > 0) this.#isAtLineStart = text[end - 1] === '\n';
  }

  *finish(): Generator<CutMail> {
    yield* this.#read(this.#rest);
    this.#rest = '';
    yield* this.#end();
  }

  *#read(text: string): Generator<CutMail> {
    let done = 0;
    if (this.#isAtLineStart && isSeparator(text, 0)) yield* this.#begin();
    for (let at = text.indexOf('\nFrom '); at >= 0; at = text.indexOf('\nFrom ', at + 1)) {
      if (!isSeparator(text, at + 1)) continue;
      this.#keep(text.slice(done, at + 1));
      done = at + 1;
      yield* this.#begin();
    }
    this.#keep(text.slice(done));
  }

  *#begin(): Generator<CutMail> {
    yield* this.#end();
    this.#isMail = true;
  }

  *#end(): Generator<CutMail> {
    if (this.#length > 0) {
      const text = this.#pieces.length === 1 ? (this.#pieces[0] as string) : this.#pieces.join('');
      const isWhole = this.#kept === this.#length;
      yield { text, offset: this.#offset, length: this.#length, isWhole, isMail: this.#isMail };
    }
    this.#offset += this.#length;
    this.#pieces = [];
    this.#kept = 0;
    this.#length = 0;
  }

  #keep(text: string): void {
    this.#length += text.length;
    const room = this.#most - this.#kept;
    if (room <= 0 || text === '') return;
    const kept = text.length > room ? text.slice(0, room) : text;
    this.#pieces.push(kept);
    this.#kept += kept.length;
  }
}
