import type { HeaderField } from './header-fields.ts';
import { headerValue, headIn, lineAfter } from './header-fields.ts';
import { parseParameters } from './parameters.ts';
import type { Transfer } from './part-text.ts';
import { transferNamed } from './part-text.ts';

/** A mail, or a part of one. Offsets count in the bytes of the mail. */
export interface Entity {
  readonly fields: readonly HeaderField[];
  readonly start: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** `text/plain`, in small letters. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Undefined where the mail names one that nobody knows. */
  readonly transfer: Transfer | undefined;
  readonly isAttachment: boolean;
  /** Of a multipart; the mail itself of a message/rfc822. */
  readonly parts: readonly Entity[];
}

/** What of a mail could not be read, in English, and where. */
export interface MailProblem {
  readonly reason: string;
  readonly at: number;
}

const DEEPEST = 20;
const MOST_PARTS = 1000;

/** Takes the parts of a mail apart. @param bytes the mail */
export function entityOf(bytes: string, problems: MailProblem[]): Entity {
  return new EntityReader(bytes, problems).read(0, bytes.length, 0, 'text/plain');
}

class EntityReader {
  readonly #bytes: string;
  readonly #problems: MailProblem[];
  #count = 0;

  constructor(bytes: string, problems: MailProblem[]) {
    this.#bytes = bytes;
    this.#problems = problems;
  }

  read(start: number, end: number, depth: number, defaultType: string): Entity {
    const bytes = this.#bytes;
    const { fields, bodyStart, problem } = headIn(bytes, start, end);
    if (problem !== undefined) this.#problems.push(problem);
    const parametersOf = (name: string) => parseParameters(headerValue(bytes, fields, name));
    const written = parametersOf('content-type');
    const type = /^[\w.+-]+\/[\w.+-]+$/.test(written.value) ? written.value : defaultType;
    const disposition = parametersOf('content-disposition');
    const transfer = transferNamed(parametersOf('content-transfer-encoding').value);
    const isNamed = disposition.parameters.has('filename') || written.parameters.has('name');
    const about = {
      fields,
      start,
      bodyStart: Math.min(bodyStart, end),
      bodyEnd: end,
      type,
      parameters: written.parameters,
      transfer,
      isAttachment: depth > 0 && (disposition.value === 'attachment' || isNamed),
    };
    return { ...about, parts: this.#partsOf(about, depth) };
  }

  #partsOf(
    { type, parameters, bodyStart, bodyEnd, transfer }: Omit<Entity, 'parts'>,
    depth: number,
  ): readonly Entity[] {
    const isMail = type === 'message/rfc822' || type === 'message/global';
    if (!isMail && !type.startsWith('multipart/')) return [];
    // What is coded as a whole holds no parts; no mail may be.
    if (transfer === 'base64' || transfer === 'quoted-printable') return [];
    if (depth >= DEEPEST) {
      this.#problem(`its parts are nested more than ${DEEPEST} deep`, bodyStart);
      return [];
    }
    if (isMail) return [this.read(bodyStart, bodyEnd, depth + 1, 'text/plain')];
    const boundary = parameters.get('boundary');
    if (boundary === undefined || boundary === '') {
      this.#problem('it is a multipart mail and names no boundary', bodyStart);
      return [];
    }
    const parts: Entity[] = [];
    const defaultType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    for (const range of this.#between(boundary, bodyStart, bodyEnd)) {
      if (++this.#count > MOST_PARTS) {
        this.#problem(`it has more than ${MOST_PARTS} parts`, range.start);
        break;
      }
      parts.push(this.read(range.start, range.end, depth + 1, defaultType));
    }
    if (parts.length === 0) this.#problem('no line of it begins with the boundary of its parts', bodyStart);
    return parts;
  }

  /** What stands between the lines with the boundary; what stands above the first and below the last is for nobody. */
  *#between(boundary: string, start: number, end: number): Generator<{ start: number; end: number }> {
    // A slice of a string costs nothing, and what is not in it is not searched.
    const body = this.#bytes.slice(start, end);
    const mark = `--${boundary}`;
    let from: number | undefined;
    let at = 0;
    while (at < body.length) {
      let found = at;
      if (!body.startsWith(mark, at)) {
        const feed = body.indexOf(`\n${mark}`, at);
        if (feed < 0) break;
        found = feed + 1;
      }
      const next = lineAfter(body, found, body.length);
      const rest = body.slice(found + mark.length, Math.min(next, found + mark.length + 200)).trim();
      at = next;
      // Another boundary begins with this one.
      if (rest !== '' && rest !== '--') continue;
      if (from !== undefined) yield { start: start + from, end: start + Math.max(from, beforeBreak(body, found)) };
      if (rest === '--') return;
      from = next;
    }
    if (from !== undefined) yield { start: start + from, end };
  }

  #problem(reason: string, at: number): void {
    // One is enough to tell what a mail is.
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ reason, at });
  }
}

const MOST_PROBLEMS = 3;

/** The line break before a boundary belongs to the boundary. */
function beforeBreak(bytes: string, at: number): number {
  const feed = bytes[at - 1] === '\n' ? at - 1 : at;
  return feed > 0 && bytes[feed - 1] === '\r' && feed < at ? feed - 1 : feed;
}
