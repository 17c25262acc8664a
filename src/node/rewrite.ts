import type { BigIntStats } from 'node:fs';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Edit } from '../core/edit.ts';
import type { Source } from '../core/source.ts';
import { EditedCopy, Unwritable } from './edited-copy.ts';
import { BYTES, codecFor } from './encode.ts';
import { encodingOfFile } from './file-encoding.ts';

/**
 * A file that is replaced by an edited copy in one step, or not at all: the copy is made beside it and takes its name when
 * it is whole. It keeps the mode and the owner; a link stays a link, and what it points at is replaced.
 */
export class Rewrite {
  readonly #file: string;
  readonly #stats: BigIntStats;
  readonly #encoding: string | undefined;
  #copy: Copy | undefined;

  private constructor(file: string, stats: BigIntStats, encoding: string | undefined) {
    this.#file = file;
    this.#stats = stats;
    this.#encoding = encoding;
  }

  /** To be made before the file is read, so that it shows whether the file has changed since. @param encoding as `--encoding` names it */
  static async of(link: string, encoding: string | undefined): Promise<Rewrite> {
    const file = await realpath(link);
    return new Rewrite(file, await stat(file, { bigint: true }), encoding);
  }

  /** The edits of the next source that has any. @throws Unwritable */
  async source(source: Source, edits: readonly Edit[]): Promise<void> {
    this.#copy ??= await this.#begin(source.mails !== undefined);
    await this.#copy.edited.source(source, edits);
  }

  /** Puts the copy in the place of the file; where there was no edit nothing is done. @throws Unwritable */
  async commit(): Promise<void> {
    const copy = this.#copy;
    if (copy === undefined) return;
    await copy.edited.finish();
    await copy.handle.sync();
    await this.#mustBeUnchanged();
    // What is read without a name for its encoding must be taken for the same one again.
    if (copy.encoding !== undefined && (await encodingOfFile(copy.path, this.#encoding)) !== copy.encoding)
      throw new Unwritable('encoding');
    await copy.handle.close();
    await rename(copy.path, this.#file);
    this.#copy = undefined;
  }

  /** Leaves the file as it was. Does nothing after `commit`. */
  async discard(): Promise<void> {
    const copy = this.#copy;
    if (copy === undefined) return;
    this.#copy = undefined;
    await copy.edited.close();
    await copy.handle.close();
    await unlink(copy.path);
  }

  async #begin(isMail: boolean): Promise<Copy> {
    await this.#mustBeUnchanged();
    const encoding = isMail ? undefined : await encodingOfFile(this.#file, this.#encoding);
    const codec = isMail ? BYTES : encoding === undefined ? undefined : codecFor(encoding);
    if (codec === undefined) throw new Unwritable('encoding');
    const { path, handle } = await openBeside(this.#file);
    await handle.chmod(Number(this.#stats.mode) & 0o7777);
    await this.#keepOwner(handle);
    const blocks = createReadStream(this.#file, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>;
    const edited = new EditedCopy(blocks, codec, async (bytes) => {
      for (let done = 0; done < bytes.length; ) done += (await handle.write(bytes, done)).bytesWritten;
    });
    return { path, handle, edited, encoding };
  }

  async #keepOwner(handle: FileHandle): Promise<void> {
    const { uid, gid } = await handle.stat();
    if (uid === Number(this.#stats.uid) && gid === Number(this.#stats.gid)) return;
    try {
      await handle.chown(Number(this.#stats.uid), Number(this.#stats.gid));
    } catch (error) {
      // Only the superuser may give files away; whoever may write in the folder may replace them all the same.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
    }
  }

  async #mustBeUnchanged(): Promise<void> {
    const { dev, ino, size, mtimeNs } = await stat(this.#file, { bigint: true });
    const was = this.#stats;
    if (dev !== was.dev || ino !== was.ino || size !== was.size || mtimeNs !== was.mtimeNs)
      throw new Unwritable('changed');
  }
}

interface Copy {
  readonly path: string;
  readonly handle: FileHandle;
  readonly edited: EditedCopy;
  /** Of mails there is none: each part has its own. */
  readonly encoding: string | undefined;
}

const BLOCK = 1 << 20;

/** A new file in the same folder, since a file can take another's name only on its own disk. */
async function openBeside(file: string): Promise<{ path: string; handle: FileHandle }> {
  for (let number = 0; ; number++) {
    const path = join(dirname(file), `.${basename(file)}.replylint-${process.pid}-${number}`);
    try {
      return { path, handle: await open(path, 'wx', 0o600) };
    } catch (error) {
      // Left behind by a run that was killed.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || number > 99) throw error;
    }
  }
}
