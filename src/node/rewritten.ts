import type { Edit } from '../core/edit.ts';
import type { Source } from '../core/source.ts';
import { EditedCopy, Unwritable } from './edited-copy.ts';
import { BYTES, codecFor } from './encode.ts';
import { encodingOfBlock } from './file-encoding.ts';

/**
 * Bytes with edits. @param edited sources with their edits, in the order of the file
 * @throws Unwritable
 */
export async function rewritten(
  bytes: Buffer,
  named: string | undefined,
  edited: readonly { readonly source: Source; readonly edits: readonly Edit[] }[],
): Promise<Buffer> {
  const isMail = edited.some(({ source }) => source.mails !== undefined);
  const encoding = isMail ? undefined : encodingOfBlock(bytes, named, true);
  const codec = isMail ? BYTES : encoding === undefined ? undefined : codecFor(encoding);
  if (codec === undefined) throw new Unwritable('encoding');
  const written: Buffer[] = [];
  const copy = new EditedCopy(oneBlock(bytes), codec, async (block) => {
    written.push(block);
  });
  for (const { source, edits } of edited) await copy.source(source, edits);
  await copy.finish();
  const all = Buffer.concat(written);
  if (encoding !== undefined && encodingOfBlock(all, named, true) !== encoding) throw new Unwritable('encoding');
  return all;
}

async function* oneBlock(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
