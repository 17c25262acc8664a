import { inflateRawSync } from 'node:zlib';

/** The parts of a ZIP archive, each inflated when it is asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** @throws BadArchive where the part is broken, or larger than it may be */
  part(name: string): Buffer | undefined;
}

/** An archive that cannot be read, or that would fill the memory. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

export interface ArchiveLimits {
  /** Bytes of all parts that are asked for, inflated. */
  readonly total: number;
  /** How many times longer a part may be than it was in the archive; XML of tables shrinks to a tenth or twentieth. */
  readonly ratio: number;
  readonly parts: number;
}

/**
 * Reads the directory of an archive. What it says of sizes is not believed: the inflater is stopped where a limit is
 * reached.
 * @throws BadArchive
 */
export function openArchive(bytes: Buffer, limits: ArchiveLimits): Archive {
  const entries = directoryOf(bytes, limits.parts);
  let left = limits.total;
  return {
    names: new Set(entries.keys()),
    part(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const packed = packedBytes(bytes, entry);
      const most = Math.min(left, Math.max(SMALL, packed.length * limits.ratio));
      const part = entry.method === STORED ? packed : inflated(packed, name, most);
      if (part.length > most) throw new BadArchive(`${name} in it is too large`);
      left -= part.length;
      return part;
    },
  };
}

interface ArchiveEntry {
  /** Where the part with its own header stands. */
  readonly offset: number;
  readonly packed: number;
  readonly method: number;
}

const STORED = 0;
const DEFLATED = 8;
/** What is this small does no harm, whatever it was before. */
const SMALL = 1_000_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The directory's end has 22 bytes and a comment of 65,535 at most. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function directoryOf(bytes: Buffer, most: number): ReadonlyMap<string, ArchiveEntry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) throw new BadArchive(`it has more than ${most} parts`);
  const entries = new Map<string, ArchiveEntry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw new BadArchive('its directory is broken');
    const nameLength = bytes.readUInt16LE(at + 28);
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (isEncrypted) throw new BadArchive('it is encrypted');
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      offset: bytes.readUInt32LE(at + 42),
      packed: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new BadArchive('it is no archive');
}

function packedBytes(bytes: Buffer, { offset, packed, method }: ArchiveEntry): Buffer {
  if (method !== STORED && method !== DEFLATED) throw new BadArchive('it is packed in an unusual way');
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new BadArchive('a part of it is missing');
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (start + packed > bytes.length) throw new BadArchive('it was cut');
  return bytes.subarray(start, start + packed);
}

function inflated(packed: Buffer, name: string, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new BadArchive(`${name} in it is too large`);
    if (typeof code === 'string' && code.startsWith('Z_')) throw new BadArchive(`${name} in it is broken`);
    throw error;
  }
}
