import type { Edit } from './edit.ts';
import type { Span } from './span.ts';

/**
 * The edits of several rounds as edits of the text that was there first. Each round's edits are told in the text as
 * the rounds before have left it.
 */
export class Splices {
  readonly #first: Span;
  /** In reading order: what is left of the first text, and what was put in. */
  #pieces: readonly Piece[];

  /** @param first where the first text stands in its file */
  constructor(first: Span) {
    this.#first = first;
    this.#pieces = [{ span: first }];
  }

  /** @param edits none of which overlaps another @param base where the text begins in its file */
  add(edits: readonly Edit[], base: number): void {
    const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
    const pieces: Piece[] = [];
    const rest = [...this.#pieces].reverse();
    let at = base;
    const copyUpTo = (offset: number, target: Piece[] | undefined) => {
      while (at < offset) {
        const piece = rest.pop();
        if (piece === undefined) throw new RangeError(`an edit ends outside the text at offset ${offset}`);
        const length = lengthOf(piece);
        if (at + length <= offset) target?.push(piece);
        else {
          target?.push(partOf(piece, 0, offset - at));
          rest.push(partOf(piece, offset - at, length));
        }
        at += Math.min(length, offset - at);
      }
    };
    for (const { span, words } of inOrder) {
      copyUpTo(span.start, pieces);
      copyUpTo(span.end, undefined);
      pieces.push({ words });
    }
    pieces.push(...rest.reverse());
    this.#pieces = pieces;
  }

  /** Edits of the first text, in reading order, none touching another. */
  get edits(): readonly Edit[] {
    const edits: Edit[] = [];
    let done = this.#first.start;
    let words = '';
    const close = (next: number) => {
      if (words !== '' || next > done) edits.push({ span: { start: done, end: next }, words });
      words = '';
    };
    for (const piece of this.#pieces) {
      if ('words' in piece) words += piece.words;
      else if (piece.span.start < piece.span.end) {
        close(piece.span.start);
        done = piece.span.end;
      }
    }
    close(this.#first.end);
    return edits;
  }
}

type Piece = { readonly span: Span } | { readonly words: string };

function lengthOf(piece: Piece): number {
  return 'words' in piece ? piece.words.length : piece.span.end - piece.span.start;
}

function partOf(piece: Piece, from: number, to: number): Piece {
  if ('words' in piece) return { words: piece.words.slice(from, to) };
  return { span: { start: piece.span.start + from, end: piece.span.start + to } };
}
