import { decoded, encodingOf, markOf } from './encoding.ts';

/**
 * Bytes as text, with a byte order mark kept as the first unit; undefined where no encoding fits.
 * @param encoding a name that overrides what the bytes look like; a mark of UTF-16 still tells its byte order
 */
export function decode(bytes: Buffer, encoding?: string): string | undefined {
  const found = encoding === undefined ? encodingOf(bytes) : namedEncoding(bytes, encoding);
  return found === undefined ? undefined : decoded(found, bytes, true);
}

/** The encoding that a name and a mark tell together: "utf-16" says nothing of the order of bytes. */
export function namedEncoding(bytes: Buffer, encoding: string): string {
  return /^utf-?16$/i.test(encoding) ? (markOf(bytes) ?? encoding) : encoding;
}

/** Whether the platform's decoder knows the name. */
export function isEncoding(name: string): boolean {
  try {
    new TextDecoder(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
