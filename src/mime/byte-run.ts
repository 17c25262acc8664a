/** Bytes of a source, one unit each, with the way back to where each is written. */
export interface ByteRun {
  readonly bytes: string;
  /** Offset in the file of a byte; of the end for the length. */
  startOf(index: number): number;
  /** Offset in the file behind a byte. */
  endOf(index: number): number;
}

/** Bytes that stand in the source as they are. @param at offset of the first one in the file */
export function rawRun(bytes: string, at: number): ByteRun {
  return { bytes, startOf: (index) => at + index, endOf: (index) => at + index + 1 };
}

export function sliceOfRun(run: ByteRun, start: number, end: number): ByteRun {
  return {
    bytes: run.bytes.slice(start, end),
    startOf: (index) => (start + index >= end && end > start ? run.endOf(end - 1) : run.startOf(start + index)),
    endOf: (index) => run.endOf(start + index),
  };
}

/**
 * Mailbox files put ">" before lines of a mail that begin with "From ", and before lines where that was done already.
 * Here it is taken away.
 */
export function withoutFromMarks(run: ByteRun): ByteRun {
  const { bytes } = run;
  if (!bytes.includes('>From ')) return run;
  const removed: number[] = [];
  const pieces: string[] = [];
  let done = 0;
  for (const match of bytes.matchAll(/^>+From /gm)) {
    pieces.push(bytes.slice(done, match.index));
    // In the words that are left, the mark would stand before this unit.
    removed.push(match.index - removed.length);
    done = match.index + 1;
  }
  if (removed.length === 0) return run;
  pieces.push(bytes.slice(done));
  const original = (index: number) => index + countUpTo(removed, index);
  return {
    bytes: pieces.join(''),
    startOf: (index) => run.startOf(original(index)),
    endOf: (index) => run.endOf(original(index)),
  };
}

/** How many of the sorted numbers are not above the limit. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
