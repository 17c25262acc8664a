import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeConversations } from './conversations.ts';

/**
 * Throughput, memory and start-up, each beside a yardstick in the same run: machines are noisy, ratios less so.
 * `npm run bench [-- FILE.jsonl …]` measures the given files too, for example real conversations.
 */
const BIN = join(process.cwd(), 'dist', 'bin.js');
const RUNS = 9;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'replylint-bench-'));
  try {
    const made = join(folder, 'made-100mb.jsonl');
    await writeConversations(made, 100, 1);
    const small = join(folder, 'made-10mb.jsonl');
    await writeConversations(small, 10, 1);
    print('file', 'size', 'replylint', 'all rules', 'JSON.parse', 'peak memory', 'findings');
    for (const file of [...process.argv.slice(2).filter((path) => existsSync(path)), small, made]) throughput(file);
    startUp(join(folder, 'draft.txt'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole command on a file, and the bare reading of its lines, in turn. */
function throughput(file: string): void {
  const megabytes = statSync(file).size / 1e6;
  const [lint, strict, parse] = [
    ['--format', 'json'],
    ['--format', 'json', '--preset', 'strict,preview'],
    undefined,
  ].map((args) => {
    const runs = Array.from({ length: megabytes > 50 ? 3 : 5 }, () =>
      args === undefined ? parseLines(file) : command([file, ...args]),
    );
    return runs.sort((a, b) => a.seconds - b.seconds)[runs.length >> 1] as Run;
  }) as [Run, Run, Run];
  const rate = (run: Run) => `${(megabytes / run.seconds).toFixed(1)} MB/s`;
  print(
    file.split('/').at(-1) as string,
    `${megabytes.toFixed(1)} MB`,
    rate(lint),
    rate(strict),
    `${rate(parse)} (${(lint.seconds / parse.seconds).toFixed(1)}x faster)`,
    `${(lint.kilobytes / 1024).toFixed(0)} MiB`,
    String(lint.findings),
  );
}

interface Run {
  readonly seconds: number;
  readonly kilobytes: number;
  readonly findings: number;
}

/** Reports on the standard error of the child what it cost, when it ends. */
const COST = "import{writeSync}from'node:fs';process.on('exit',()=>writeSync(2,'#'+process.resourceUsage().maxRSS))";

function command(args: readonly string[]): Run {
  const started = process.hrtime.bigint();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(COST)}`, BIN, ...args],
    { encoding: 'utf8', maxBuffer: 1 << 30 },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const summary = /"error":(\d+),"warning":(\d+),"info":(\d+)/.exec(stdout.slice(-200));
  const findings = summary === null ? Number.NaN : Number(summary[1]) + Number(summary[2]) + Number(summary[3]);
  return { seconds, kilobytes: Number(stderr.split('#').at(-1)), findings };
}

const PARSE = `
import { readFileSync } from 'node:fs';
const bytes = readFileSync(process.argv[1]);
let lines = 0;
for (let start = 0, end = bytes.indexOf(10); end >= 0; start = end + 1, end = bytes.indexOf(10, start)) {
  JSON.parse(bytes.toString('utf8', start, end));
  lines++;
}
console.log(lines);`;

function parseLines(file: string): Run {
  const started = process.hrtime.bigint();
  execFileSync(process.execPath, ['--input-type=module', '-e', PARSE, file]);
  return { seconds: Number(process.hrtime.bigint() - started) / 1e9, kilobytes: 0, findings: 0 };
}

/** Paired with bare Node, run by run. */
function startUp(draft: string): void {
  writeFileSync(draft, 'Hello, thank you for writing. Your parcel leaves tomorrow.\n');
  const bare = ['-e', '0'];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['--version', [BIN, '--version']],
    ['a one-line draft', [BIN, draft]],
    ['a one-line draft, with a configuration', [BIN, draft, '--config', configBeside(draft)]],
  ];
  print('start-up', 'ms', 'node -e 0', 'ratio');
  for (const [name, args] of cases) {
    const pairs = Array.from({ length: RUNS * 3 }, () => ({ ours: time(args), bare: time(bare) }));
    const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number;
    print(
      name,
      middle(pairs.map(({ ours }) => ours)).toFixed(0),
      middle(pairs.map((pair) => pair.bare)).toFixed(0),
      middle(pairs.map((pair) => pair.ours / pair.bare)).toFixed(2),
    );
  }
}

function configBeside(draft: string): string {
  const path = draft.replace('draft.txt', 'replylint.config.yaml');
  writeFileSync(path, 'preset: strict\nrules: {text/all-caps: error}\n');
  return path;
}

function time(args: readonly string[]): number {
  const started = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - started) / 1e6;
}

function print(...cells: readonly string[]): void {
  process.stdout.write(
    `${cells.map((cell, index) => (index === 0 ? cell.padEnd(40) : cell.padStart(14))).join(' ')}\n`,
  );
}

// Last, so that the constants above are there.
await main();
