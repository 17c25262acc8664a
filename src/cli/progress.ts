import type { Wording } from '../locales/wording.ts';
import type { Io } from './io.ts';

/** Whether somebody may be looking on: not in CI, and not where they asked for quiet. */
export function wantsProgress(
  { progress, quiet }: { progress?: boolean | undefined; quiet?: boolean | undefined },
  io: Io,
) {
  const { CI, TERM } = io.env;
  const isCi = CI !== undefined && CI !== '' && CI !== 'false' && CI !== '0';
  return io.errColumns !== undefined && progress !== false && quiet !== true && !isCi && TERM !== 'dumb';
}

/** The bar for these files, and the world in which it is taken away before anything is written. */
export async function progressFor(
  inputs: readonly {
    readonly path: string;
    readonly file: string | undefined;
    readonly content?: Buffer | undefined;
  }[],
  wording: Wording,
  io: Io,
): Promise<{ readonly progress: Progress; readonly io: Io }> {
  const { sizesOf } = await import('../node/sizes.ts');
  const progress = progressLine(inputs.length, await sizesOf(inputs), wording, io, () => performance.now());
  return {
    progress,
    io: {
      ...io,
      out: (words) => {
        progress.clear();
        return io.out(words);
      },
      err: (words) => {
        progress.clear();
        io.err(words);
      },
    },
  };
}

/** How far a run is. */
export interface Progress {
  /** A file is done. */
  file(path: string): void;
  /** A source was checked. @param bytes of it */
  source(conversations: number, findings: number, bytes: number): void;
  /** Gives the line of the terminal back. */
  clear(): void;
}

/**
 * A line on standard error for runs that take longer than a second, where somebody looks on. It is drawn over itself, and
 * taken away before anything else is written. One line of text, so no library: what the field's own have beside it (several
 * bars, themes, timers that keep the process alive) is in the way here.
 * @param sizes bytes of each file, as far as they are known. @param now milliseconds, never going back
 */
export function progressLine(
  files: number,
  sizes: ReadonlyMap<string, number>,
  wording: Wording,
  io: Pick<Io, 'err' | 'errColumns'>,
  now: () => number,
): Progress {
  const began = now();
  let drawn = began + DELAY - INTERVAL;
  let isShown = false;
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  let doneFiles = 0;
  let doneBytes = 0;
  let inFile = 0;
  let conversations = 0;
  let findings = 0;
  const clear = () => {
    if (isShown) io.err(CLEAR);
    isShown = false;
  };
  const draw = () => {
    const time = now();
    if (time - drawn < INTERVAL) return;
    drawn = time;
    const bytes = doneBytes + inFile;
    const seconds = (time - began) / 1000;
    const { progress } = wording;
    const share = total === 0 ? 0 : Math.min(1, bytes / total);
    const parts = [
      `${bar(share)} ${Math.floor(share * 100)}%`,
      `${doneFiles}/${files} ${progress.files}`,
      `${conversations} ${progress.conversations}`,
      `${findings} ${progress.findings}`,
      progress.perSecond(sizeText(bytes / seconds)),
      share === 0 ? '' : progress.left(wording.duration({ milliseconds: secondsLeft(seconds, share) * 1000 })),
    ].filter((part) => part !== '');
    // A line that wraps could not be drawn over; what matters least goes.
    const width = (io.errColumns ?? WIDTH) - 1;
    while (parts.length > 1 && columns(parts.join(BETWEEN)) > width) parts.splice(parts.length > 3 ? 2 : -1, 1);
    io.err(`${CLEAR}${parts.join(BETWEEN)}`);
    isShown = true;
  };
  return {
    file(path) {
      doneFiles++;
      doneBytes += sizes.get(path) ?? 0;
      inFile = 0;
      draw();
    },
    source(documents, found, bytes) {
      conversations += documents;
      findings += found;
      inFile += bytes;
      draw();
    },
    clear,
  };
}

/** Milliseconds before it is first shown, and between two drawings. */
const DELAY = 1000;
const INTERVAL = 100;
const WIDTH = 80;
const BETWEEN = '  ';
/** To the start of the line, and nothing on it. */
const CLEAR = '\r\u001b[K';

function bar(share: number): string {
  const full = Math.round(share * BAR);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}]`;
}

const BAR = 12;

/** Whole seconds, in steps that a guess is worth. */
function secondsLeft(seconds: number, share: number): number {
  const left = (seconds / share) * (1 - share);
  return left < 60 ? Math.ceil(left) : Math.ceil(left / 60) * 60;
}

function sizeText(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
}

/** Chinese takes two columns a character. */
function columns(words: string): number {
  return words.replace(/[\u3000-\u9fff\uff00-\uffef]/g, '  ').length;
}
