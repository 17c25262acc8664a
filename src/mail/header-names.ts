import type { HeaderName } from '../core/mail.ts';
import { HEADERS } from '../core/mail.ts';
import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';

/** A line that names a header, in any language: "Subject: …", "**发件人：**…", "Тақырып: …". */
export interface HeaderLine {
  /** Undefined for a header of mail programs that nothing here reads: "X-Mailer: …". */
  readonly name: HeaderName | undefined;
  /** Without the blanks around it; offsets in the line. */
  readonly value: Range;
}

export function headerLine(line: string): HeaderLine | undefined {
  const match = HEADER.exec(line.length > LONGEST ? line.slice(0, LONGEST) : line);
  if (match === null) return undefined;
  const label = (match[1] as string).trimEnd().normalize('NFC').toLowerCase();
  const name = headerNames().get(label.replace(/[ \t]+/g, ' '));
  if (name === undefined && !TECHNICAL.test(label)) return undefined;
  const from = match[0].length;
  const value = line.slice(from);
  const blank = value.length - value.trimStart().length;
  const end = from + value.trimEnd().length;
  return { name, value: { start: Math.min(from + blank, Math.max(end, from)), end: Math.max(end, from) } };
}

/** A name of a header is short; a line may be a whole paragraph. */
const LONGEST = 80;
const HEADER = /^[ \t]{0,3}(?:\*{1,2}[ \t]?)?([\p{L}][\p{L}\p{M}\- \t]{0,38})(?:\*{1,2})?[ \t]?[:：](?:\*{1,2})?/u;

/** Headers that only programs write. */
const TECHNICAL =
  /^(?:x-[a-z0-9-]+|mime-version|message-id|content-[a-z-]+|received|return-path|delivered-to|references|sender|auto-submitted|importance|priority|list-[a-z-]+|dkim-signature|authentication-results|organization|user-agent)$/;

let names: ReadonlyMap<string, HeaderName> | undefined;

function headerNames(): ReadonlyMap<string, HeaderName> {
  names ??= new Map(
    LANGUAGES.flatMap(({ mail }) =>
      HEADERS.flatMap((header) => (mail.headers[header] ?? []).map((name) => [name.normalize('NFC'), header] as const)),
    ),
  );
  return names;
}
