/**
 * Trouble in the set-up: a flag, a configuration, a rule file, a missing file. Shown as one line that names
 * the place and the mend; the run ends with exit code 2. Anything else that is thrown is our own bug.
 */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  readonly place: SetupPlace | undefined;
  /** What the user can do about it, as a sentence; may be empty. */
  readonly mend: string;

  constructor(problem: string, options: { place?: SetupPlace | undefined; mend?: string } = {}) {
    super(problem);
    this.place = options.place;
    this.mend = options.mend ?? '';
  }

  /** `file:line:column: problem. Mend.` in one line. */
  get line(): string {
    return this.lineIn((english) => english);
  }

  /** The line in the language of the reader. @param tell says an English sentence in it */
  lineIn(tell: (english: string) => string): string {
    const { place } = this;
    const at = place?.line === undefined ? '' : `:${place.line}:${place.column ?? 1}`;
    const keys = place?.keys === undefined || this.message.includes(`“${place.keys}”`) ? '' : `${place.keys}: `;
    const where = place === undefined ? '' : `${place.path}${at}: ${keys}`;
    const mend = this.mend === '' ? '' : ` ${tell(this.mend)}`;
    // A full-width stop brings its own blank.
    return `${where}${tell(this.message)}${mend}`.replace(/\s*\n\s*/g, ' ').replace(/。 /g, '。');
  }
}

/** Several mistakes that were found together. */
export class SetupErrors extends Error {
  override readonly name = 'SetupErrors';
  readonly errors: readonly SetupError[];

  constructor(errors: readonly SetupError[]) {
    super(errors.map((error) => error.line).join('\n'));
    this.errors = errors;
  }
}

/** 1-based line and column. */
export interface SetupPlace {
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  /** The text of the whole file, where the lines around the place may be shown. */
  readonly text?: string | undefined;
  /** The keys that lead to a value which a program made, and which has no line: `rules.greeting/missing`. */
  readonly keys?: string | undefined;
}

/** @throws SetupErrors unless the list is empty */
export function throwAll(errors: readonly SetupError[]): void {
  if (errors.length > 0) throw new SetupErrors(errors);
}
