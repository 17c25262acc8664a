import type { Source } from '../../src/core/source.ts';
import { mailSourcesOfBytes } from '../../src/node/mail-sources.ts';
import type { Reading, SourceOrProblem } from '../../src/node/sources.ts';
import { isTable, mayBeMails, sourcesOfBytes } from '../../src/node/sources.ts';
import { tableSourcesOfBytes } from '../../src/node/table-sources.ts';
import { JsonRowSources } from '../../src/tables/json-rows.ts';

/** The sources in the bytes of a file, without the waits for the parts of the program that read it. */
export function* sourcesIn(bytes: Buffer, path: string, reading: Reading): Generator<SourceOrProblem> {
  if (isTable(path)) {
    yield* tableSourcesOfBytes(bytes, path, reading);
    return;
  }
  if (mayBeMails(bytes, path)) {
    yield* mailSourcesOfBytes(bytes, path, reading, (text) => sourcesOfBytes(text, path, reading));
    return;
  }
  if (!/\.(?:jsonl|ndjson)$/.test(path)) {
    yield* sourcesOfBytes(bytes, path, reading);
    return;
  }
  const { fields = {}, regroup } = reading;
  const rows = new JsonRowSources<Exclude<SourceOrProblem, Source>>(path, { fields, regroup });
  for (const line of sourcesOfBytes(bytes, path, reading)) yield* rows.add(line);
  yield* rows.finish();
}
