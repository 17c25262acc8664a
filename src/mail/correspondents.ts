import { mailboxIn } from '../core/mail.ts';
import { matchesPattern } from '../transcripts/speakers.ts';

/** Who writes or is written to. */
export interface Correspondent {
  readonly name: string | undefined;
  /** In small letters. */
  readonly address: string | undefined;
  /** As people are told of them. */
  readonly shown: string;
}

/** The first one in a header. */
export function correspondentIn(words: string): Correspondent {
  const box = mailboxIn(words.slice(0, LONGEST));
  const cut = (range: typeof box.name) => (range === undefined ? undefined : words.slice(range.start, range.end));
  const name = cut(box.name);
  const address = cut(box.address)?.toLowerCase();
  return { name, address, shown: name ?? address ?? '' };
}

const LONGEST = 2000;
const MOST = 100;

/** The addresses in a header, in small letters. */
export function addressesIn(words: string): readonly string[] {
  const found = words.slice(0, LONGEST * 4).match(/[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,255}/g) ?? [];
  return found.slice(0, MOST).map((address) => address.toLowerCase());
}

/** Whether one of the patterns names them: by name, by address, or by the domain that they write from. */
export function isAgentNamed({ name, address }: Correspondent, patterns: readonly string[]): boolean {
  const domain = address === undefined ? undefined : address.slice(address.lastIndexOf('@') + 1);
  return patterns.some((pattern) => {
    if (name !== undefined && matchesPattern(name, pattern)) return true;
    if (address === undefined || domain === undefined) return false;
    if (matchesPattern(address, pattern)) return true;
    const named = pattern.toLowerCase().replace(/^@/, '');
    const isDomain = !named.includes('@') && !named.includes(' ') && /[^.]\.[^.]/.test(named);
    return isDomain && (matchesPattern(domain, named) || domain.endsWith(`.${named}`));
  });
}

/** The domain of a company; undefined for those where anybody has an address. */
export function companyDomain(address: string | undefined): string | undefined {
  const domain = address?.slice(address.lastIndexOf('@') + 1);
  return domain === undefined || EVERYBODYS.test(domain) ? undefined : domain;
}

const EVERYBODYS =
  /^(?:(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|gmx|web|mail|inbox|list|bk|ya|yandex|rambler|qq|foxmail|163|126|yeah|sina|sohu|139|189|aliyun|proton|protonmail|zoho|naver|hanmail|daum)\.(?:\w{2,4}\.)?\w{2,4}|vip\.(?:163|qq|sina)\.com|pm\.me)$/;
