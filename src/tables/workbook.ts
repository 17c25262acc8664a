import { Parser } from 'htmlparser2';

/** A sheet of a workbook as far as its words go. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** 1-based. */
  readonly number: number;
  /** By column, from 0; only cells that hold something. */
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface SheetCell {
  readonly words: string;
  readonly isNumber: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old Macs did. */
  readonly is1904: boolean;
}

/** The text of a part of the workbook, or undefined where there is none. */
export type PartReader = (name: string) => string | undefined;

/** A workbook that cannot be read; the message says why. */
export class BadWorkbook extends Error {
  override readonly name = 'BadWorkbook';
}

/** Reads the sheets of an .xlsx file that are not hidden. @throws BadWorkbook */
export function readWorkbook(part: PartReader, mostCells: number): Workbook {
  const book = part(BOOK);
  if (book === undefined) throw new BadWorkbook('it is no workbook');
  const { sheets, is1904 } = sheetsOf(book);
  const targets = targetsOf(part('xl/_rels/workbook.xml.rels') ?? '');
  const strings = sharedStrings(part(targets.get(SHARED_STRINGS) ?? 'xl/sharedStrings.xml') ?? '', mostCells);
  let left = mostCells;
  return {
    is1904,
    sheets: sheets.map(({ name, id }) => {
      const text = part(targets.get(id) ?? '');
      const rows = text === undefined ? [] : rowsOf(text, strings, left);
      for (const { cells } of rows) left -= cells.size;
      return { name, rows };
    }),
  };
}

const BOOK = 'xl/workbook.xml';
/** No id of a relation looks like this. */
const SHARED_STRINGS = ' shared strings';

function sheetsOf(xml: string): { sheets: readonly { name: string; id: string }[]; is1904: boolean } {
  const sheets: { name: string; id: string }[] = [];
  let is1904 = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return;
      const id = Object.entries(attributes).find(([key]) => /:id$/.test(key))?.[1];
      if (id !== undefined) sheets.push({ name: attributes['name'] ?? '', id });
    },
  });
  return { sheets, is1904 };
}

/** The parts that relations name, by their ids. */
function targetsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open(name, { Id: id, Target: target, Type: type }) {
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      targets.set(id, path);
      if (type?.endsWith('/sharedStrings')) targets.set(SHARED_STRINGS, path);
    },
  });
  return targets;
}

/** Strings that cells refer to by number; runs of one string in several fonts are joined, readings above it left out. */
function sharedStrings(xml: string, most: number): readonly string[] {
  const strings: string[] = [];
  let words = '';
  let isText = false;
  let isReading = false;
  readXml(xml, {
    open(name) {
      if (name === 'si') words = '';
      else if (name === 't') isText = true;
      else if (name === 'rPh') isReading = true;
    },
    text(piece) {
      if (isText && !isReading) words += piece;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'si') {
        if (strings.length >= most) throw new BadWorkbook(TOO_MANY);
        strings.push(unescaped(words));
      }
    },
  });
  return strings;
}

const TOO_MANY = 'it has too many cells';

function rowsOf(xml: string, strings: readonly string[], most: number): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let cells = new Map<number, SheetCell>();
  let row = 0;
  let column = -1;
  let count = 0;
  let type = '';
  let words = '';
  let isValue = false;
  let isReading = false;
  readXml(xml, {
    open(name, attributes) {
      if (name === 'row') {
        row = wholeNumber(attributes['r']) ?? row + 1;
        cells = new Map();
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        type = attributes['t'] ?? 'n';
        words = '';
      } else if (name === 'v' || name === 't') isValue = true;
      else if (name === 'rPh') isReading = true;
    },
    text(piece) {
      if (isValue && !isReading) words += piece;
    },
    close(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c') {
        const value = type === 's' ? (strings[wholeNumber(words.trim()) ?? -1] ?? '') : unescaped(words);
        if (value === '' || type === 'e') return;
        if (++count > most) throw new BadWorkbook(TOO_MANY);
        cells.set(
          column,
          type === 'n' ? { words: plainNumber(value), isNumber: true } : { words: value, isNumber: false },
        );
      } else if (name === 'row' && cells.size > 0) rows.push({ number: row, cells });
    },
  });
  return rows;
}

function wholeNumber(words: string | undefined): number | undefined {
  return words !== undefined && /^\d{1,9}$/.test(words) ? Number(words) : undefined;
}

/** Ids of more than eleven digits are written as 1.2E+15. */
function plainNumber(words: string): string {
  const trimmed = words.trim();
  return /^-?\d+(?:\.\d+)?E\+?\d{1,2}$/i.test(trimmed) ? Number(trimmed).toLocaleString('en', WITHOUT_GROUPS) : trimmed;
}

const WITHOUT_GROUPS = { useGrouping: false, maximumFractionDigits: 20 } as const;

/** The number of a column, from 0: A is 0, AA is 26. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(address ?? '')?.[1];
  if (letters === undefined) return undefined;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** The letters of a column, from 0. */
export function columnName(column: number): string {
  const before = Math.floor(column / 26);
  return (before === 0 ? '' : columnName(before - 1)) + String.fromCharCode(65 + (column % 26));
}

/** What XML cannot hold is written as _x000D_. Line breaks of all kinds become one. */
function unescaped(words: string): string {
  const plain = words.includes('_x')
    ? words.replace(/_x([\dA-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : words;
  return plain.replace(/\r\n?/g, '\n');
}

interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(piece: string): void;
  close?(name: string): void;
}

/** Names come without their namespaces, which every program abbreviates in its own way. */
function readXml(xml: string, { open, text, close }: XmlEvents): void {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open(local(name), attributes),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => close?.(local(name)),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
}
