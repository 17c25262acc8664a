import { SetupError } from '../core/setup-error.ts';
import { linesOf } from '../core/source.ts';
import type { Judged, Label } from '../evaluation/label.ts';
import { beginsLabels, readLabelRecord } from '../evaluation/label.ts';
import type { FoundFile } from '../node/files.ts';
import { findFiles } from '../node/files.ts';
import { isProblem, sourcesOf } from '../node/sources.ts';
import { isMalformed } from '../texts/tree.ts';
import { treeReaderFor } from '../texts/tree-reader.ts';

/** What files of labels say. */
export interface LabelFiles {
  readonly labels: readonly Label[];
  readonly judged: readonly Judged[];
  /** Records that could not be read. */
  readonly errors: readonly SetupError[];
}

/**
 * Reads labels, one record a line. Where a folder or a glob names files, those of conversations are passed over.
 * @throws SetupError where there is no label at all
 */
export async function readLabelFiles(patterns: readonly string[], cwd: string): Promise<LabelFiles> {
  const read = { labels: [] as Label[], judged: [] as Judged[], errors: [] as SetupError[] };
  for (const file of await findFiles(patterns, cwd, { ignore: false })) {
    if (file.isNamed || /\.(?:jsonl|ndjson)$/i.test(file.path)) await readLabelFile(file, read);
  }
  if (read.labels.length === 0 && read.judged.length === 0 && read.errors.length === 0)
    throw new SetupError(`--labels ${patterns.join(' ')}: no label there.`, {
      mend: 'A label is a line of JSONL: {"id": "…", "turn": 1, "rule": "greeting/missing", "start": 0, "end": 5, "sure": true}.',
    });
  return read;
}

async function readLabelFile(
  { file, path, isNamed }: FoundFile,
  into: { readonly labels: Label[]; readonly judged: Judged[]; readonly errors: SetupError[] },
): Promise<void> {
  const readTree = await treeReaderFor('json');
  let isFirst = true;
  for await (const source of sourcesOf(file, path)) {
    if (isProblem(source)) {
      into.errors.push(new SetupError(`${source.unreadable}.`, { place: { path, line: source.source.base.line } }));
      continue;
    }
    const tree = readTree(source);
    if (isMalformed(tree)) {
      into.errors.push(
        new SetupError(`${tree.problem}.`, { place: { path, ...linesOf(source).position(tree.offset) } }),
      );
      continue;
    }
    if (isFirst && !isNamed && !beginsLabels(tree.value)) return;
    isFirst = false;
    const record = readLabelRecord(tree.value, { path, line: source.base.line }, into.errors);
    if (record === undefined) continue;
    if ('label' in record) into.labels.push(record.label);
    else into.judged.push(...record.judged);
  }
}
