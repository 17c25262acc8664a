import { deflateRawSync } from 'node:zlib';

/** An archive of the parts, as small as ZIP allows: no sums, no times. @param told what the directory says of sizes */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>, told?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const size = told ?? content.length;
    const named = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(named.length, 26);
    locals.push(local, named, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(named.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, named);
    offset += 30 + named.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

/** The parts of a workbook with one sheet, whose rows are given as XML. */
export function workbookOf(rows: string): Readonly<Record<string, string>> {
  return {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="Replies" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="sheet.xml"/></Relationships>',
    'xl/sheet.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  };
}

/** A row of words, in a way that every reader takes. */
export function rowOf(...cells: readonly string[]): string {
  return `<row>${cells.map((words) => `<c t="inlineStr"><is><t>${words}</t></is></c>`).join('')}</row>`;
}
