import type { Change, Fault, Transform } from './transform.ts';
import { beginsSentence, wordsOf } from './transform.ts';

export const smallLetters: Transform = {
  name: 'small-letters',
  about: 'Words in capitals as a sentence writes them; abbreviations, codes, known names, months and days keep theirs.',
  rewrite(fault) {
    const { message, range } = fault;
    // Between quotation marks stand words to type, titles and what somebody else wrote.
    if (QUOTED.test(message.words.slice(Math.max(0, range.start - 1), range.start))) return undefined;
    const names = knownNames(fault);
    const changes: Change[] = [];
    let isSure = true;
    let beginsNext = beginsSentence(message, range.start);
    let last = range.start;
    for (const match of wordsOf(fault).matchAll(WORD)) {
      const word = match[0].replace(/['’_/&@.-]+$/, '');
      const start = range.start + match.index;
      const begins = beginsNext || /[.!?。！？\n]\s*$/.test(message.words.slice(last, start));
      beginsNext = false;
      last = start + word.length;
      const small = names.get(word.toLowerCase()) ?? written(word, begins);
      if (!ORDINARY.has(word.toLowerCase())) isSure = false;
      if (small !== word) changes.push({ range: { start, end: last }, words: small });
    }
    // Between Han characters only words that name nothing are no names.
    if (!isSure && /\p{Script=Han}/u.test(message.words)) return undefined;
    // One ordinary word among small ones is certain; a sentence in capitals may hold names that nobody knows.
    return changes.length === 0 ? undefined : { changes, isSure: isSure && changes.length === 1 && standsOut(fault) };
  },
};

/** Whether the words around it are small, so that it is not part of a sentence in capitals. */
function standsOut({ message, range }: Fault): boolean {
  const sentence = message.sentences.find(({ start, end }) => start <= range.start && range.end <= end);
  if (sentence === undefined) return false;
  const rest = message.words.slice(sentence.start, range.start) + message.words.slice(range.end, sentence.end);
  const large = rest.match(/\p{Lu}/gu)?.length ?? 0;
  const small = rest.match(/\p{Ll}/gu)?.length ?? 0;
  return small > large;
}

const QUOTED = /["'“”‘’«»「『《【[(（]/;

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}'’_/&@.-]*/gu;

function written(word: string, begins: boolean): string {
  const bare = word.replace(/[^\p{L}]/gu, '');
  if (/[\p{N}_/@&]/u.test(word) || /\p{L}\.\p{L}/u.test(word) || bare !== bare.toUpperCase()) return word;
  const small = word.toLowerCase();
  if (ABBREVIATIONS.has(bare) || isUnspeakable(bare)) return word;
  if (/^i(?:['’].*)?$/.test(small)) return `I${small.slice(1)}`;
  return begins || ALWAYS_LARGE.has(small.replace(/['’.].*$/, ''))
    ? small.slice(0, 1).toUpperCase() + small.slice(1)
    : small;
}

/** DHL, SMTP, ЖШС: without a vowel nobody can read it as a word. */
function isUnspeakable(bare: string): boolean {
  return bare.length > 1 && !/[AEIOUYÀ-ÖØ-ÝАӘЕЁЭИІЫОӨУҰҮЮЯ]/u.test(bare);
}

function knownNames({ names }: Fault): ReadonlyMap<string, string> {
  const all = [...names.agents, ...names.companies, ...(names.customers ?? [])];
  return new Map(all.flatMap((name) => name.split(/\s+/)).map((part) => [part.toLowerCase(), part]));
}

/** With vowels, and still no words. Those that are also small words (US, IT, AM) are left out. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  list(
    `API ASAP ATM CEO CV EU EUR FAQ FAQS GIF GPS HDMI IBAN ICCID ID IDS IMAP IMEI IOS IP IPAD ISBN ISP IVR LED MAC NASA NFC OS
    PIN PO RSVP SAAS SEPA SIM SKU SOS SUV TSA TV UAE UK UI UPS URL USA USB USD USPS UTC VAT VIP VISA AMEX IKEA LEGO VOIP
    WIFI COVID EMS OEM AI HTTP HTTPS JSON YAML OK ETA EST EDT KZT СМС ИИН БИН ЖСН АҚ ҚР РФ США ЕАЭО АҚШ ЭЦҚ ЭЦП`,
  ),
);

const ALWAYS_LARGE: ReadonlySet<string> = new Set(
  list(
    `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december english chinese kazakh russian christmas paypal google apple amazon facebook instagram whatsapp
    kaspi halyk алматы астана қазақстан казахстан шымкент`,
  ),
);

/** Words that name nothing: where one of them stands in capitals, it is meant as itself. */
const ORDINARY: ReadonlySet<string> = new Set(
  list(
    `please sorry thanks thank hello kindly unfortunately must never always cannot urgent urgently important immediately
    warning attention careful carefully strictly only don't can't won't didn't doesn't isn't aren't wasn't haven't nothing
    nobody without every everything everyone anything anyone something someone really very much most many whole completely
    totally absolutely exactly definitely certainly extremely simply both either each such enough same even again still
    already almost today tomorrow yesterday tonight soon later before after until during while your yours you're you've
    you'll they them this that that's these those there then than with from into about around between when where what
    which why because will would could should might have been being were does make want know tell told said need also just
    once twice ever reply ship order great amazing awesome wonderful excited excellent fantastic wrong huge happy not and for the you`,
  ),
);

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
