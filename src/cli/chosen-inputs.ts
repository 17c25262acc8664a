import type { Io } from './io.ts';
import type { Input } from './workspace.ts';

/** Flags that leave some of the files out. */
export interface ChoiceOptions {
  /** Only files that differ from a commit: its name, or `true` for the last one. */
  readonly changed?: string | true | undefined;
  /** Only these files, absolute: those that changed while somebody watches. */
  readonly among?: ReadonlySet<string> | undefined;
  /** Is told of all inputs before some are left out. */
  readonly onInputs?: ((inputs: readonly Input[]) => void) | undefined;
}

/** The inputs that are to be linted; standard input always is. */
export async function chosenInputs(
  inputs: readonly Input[],
  { changed, among, onInputs }: ChoiceOptions,
  { cwd }: Io,
): Promise<readonly Input[]> {
  onInputs?.(inputs);
  const sets = among === undefined ? [] : [among];
  if (changed !== undefined) {
    const { changedFiles, LAST_COMMIT } = await import('../node/changed-files.ts');
    sets.push(await changedFiles(cwd, changed === true ? LAST_COMMIT : changed));
  }
  return inputs.filter(({ file }) => file === undefined || sets.every((set) => set.has(file)));
}
