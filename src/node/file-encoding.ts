import { open } from 'node:fs/promises';
import { namedEncoding } from './decode.ts';
import { encodingOf } from './encoding.ts';

/** The encoding that a file was read in: the one that is named, else what its bytes look like. */
export async function encodingOfFile(file: string, named: string | undefined): Promise<string | undefined> {
  const handle = await open(file);
  try {
    const block = Buffer.alloc(BLOCK);
    for (;;) {
      const { bytesRead } = await handle.read(block, 0, BLOCK);
      const bytes = block.subarray(0, bytesRead);
      const found = encodingOfBlock(bytes, named, bytesRead < BLOCK);
      // Plain ASCII tells nothing; the next block may.
      if (found !== undefined || bytesRead < BLOCK) return found ?? (bytesRead === 0 ? 'utf-8' : undefined);
    }
  } finally {
    await handle.close();
  }
}

/** @param isLast whether there is nothing after the bytes */
export function encodingOfBlock(bytes: Buffer, named: string | undefined, isLast: boolean): string | undefined {
  if (named !== undefined) return namedEncoding(bytes, named);
  if (!isLast && !bytes.some((byte) => byte >= 0x80 || byte === 0)) return undefined;
  return encodingOf(bytes, isLast);
}

const BLOCK = 1 << 20;
