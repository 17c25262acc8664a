/** The world as the command sees it. Streams and environment arrive through it, so that a test needs no process. */
export interface Io {
  /** Resolves when more may be written; rejects with `ClosedPipe` when nobody reads any more. */
  out(words: string | Uint8Array): Promise<void>;
  err(words: string): void;
  /** All of standard input. */
  stdin(): Promise<Buffer>;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** The folder of the rules that ship: with the compiled plan, or with `rules/` in a checkout. */
  readonly home: string;
  /** Whether standard output is a terminal. */
  readonly isTerminal: boolean;
  /** Columns of the terminal, or undefined where there is none. */
  readonly columns: number | undefined;
  /** Calls the listener when the user wants an end, in place of ending at once. */
  onInterrupt?(listener: () => void): void;
  /** Columns of the terminal that standard error goes to, or undefined where it goes to none. */
  readonly errColumns?: number | undefined;
}

/** The reader of standard output has gone, as `| head -1` does. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe';
}
