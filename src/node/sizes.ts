import { stat } from 'node:fs/promises';

/** The bytes of files by their paths; what cannot be looked at has none, and is told of when it is read. */
export async function sizesOf(
  files: readonly { readonly path: string; readonly file: string | undefined; readonly content?: Buffer | undefined }[],
): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const { path, file, content } of files) {
    if (content !== undefined) sizes.set(path, content.length);
    else if (file !== undefined) {
      const found = await stat(file).catch(() => undefined);
      if (found !== undefined) sizes.set(path, found.size);
    }
  }
  return sizes;
}
