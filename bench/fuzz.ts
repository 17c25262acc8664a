import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { yamlFilesBelow } from '../src/node/rule-store.ts';
import { compileRules } from '../src/rules/compile.ts';
import { readRuleBook } from '../src/rules/rule-book.ts';
import { fixturesBelow } from '../tests/formats/fixtures.ts';
import { mutated, randomFrom, seedOf } from '../tests/formats/mutations.ts';
import { createTrial } from '../tests/formats/trial.ts';

/**
 * Damages every file of `fixtures/formats/` many times, reads, lints and reports what comes of it, and prints each
 * damage that went against the law of the readers, with what it takes to see it again.
 * `npm run fuzz -- --count 10000 --seed 1`; one again: `npm run fuzz -- --fixture en/draft.txt --seed 1 --from 77 --count 1`
 */
const { values } = parseArgs({
  options: {
    /** Mutations of each file. */
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    /** The number of the first mutation. */
    from: { type: 'string', default: '0' },
    /** Only files whose paths hold this. */
    fixture: { type: 'string', default: '' },
    /** Prints mutations that take more milliseconds. */
    slow: { type: 'string', default: '2000' },
  },
});

const root = process.cwd();
const trial = createTrial(compileRules(readRuleBook(yamlFilesBelow(join(root, 'rules'), root))));
const fixtures = fixturesBelow(root);
const others = fixtures.map(({ bytes }) => bytes);
const first = Number(values.from);
/** More of an input nobody reads; the numbers above it make it again. */
const MOST_SHOWN = 3000;
let tried = 0;
let failed = 0;
const begun = performance.now();

for (const { path, bytes, settings } of fixtures) {
  if (!path.includes(values.fixture)) continue;
  for (let number = first; number < first + Number(values.count); number++) {
    const random = randomFrom(seedOf(Number(values.seed), path, number));
    const input = { bytes: mutated(bytes, others, random), path, settings };
    const before = performance.now();
    const complaint = await trial(input, random);
    const took = performance.now() - before;
    tried++;
    if (took > Number(values.slow))
      print(`slow: ${again(path, number)} took ${Math.round(took)} ms, ${input.bytes.length} bytes`);
    if (complaint === undefined) continue;
    failed++;
    print(`${again(path, number)}\n  ${complaint.split('\n').slice(0, 8).join('\n  ')}\n  ${shown(input.bytes)}`);
  }
}
print(`${tried} mutations in ${Math.round((performance.now() - begun) / 1000)} s, ${failed} against the law`);
process.exitCode = failed === 0 ? 0 : 1;

function again(path: string, number: number): string {
  return `--fixture ${path} --seed ${values.seed} --from ${number} --count 1`;
}

/** The input as a string of JavaScript, or in base64 where it is no UTF-8. */
function shown(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  const written = Buffer.from(text).equals(bytes) ? JSON.stringify(text) : `base64 ${bytes.toString('base64')}`;
  return written.length > MOST_SHOWN ? `${written.slice(0, MOST_SHOWN)}…` : written;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
