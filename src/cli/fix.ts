import type { Finding } from '../core/finding.ts';
import type { LeftOutFix } from '../core/fix.ts';
import type { Source } from '../core/source.ts';
import { linesOf } from '../core/source.ts';
import { hunkHead, hunksOf } from '../core/unified-diff.ts';
import type { FixedSource, Look, WantedFixes } from '../engine/fixer.ts';
import { fixSource } from '../engine/fixer.ts';
import type { FixesWanted } from '../engine/linter.ts';
import { coveredLines } from '../engine/secrets.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import type { Wording } from '../locales/wording.ts';
import { Unwritable } from '../node/edited-copy.ts';
import { Rewrite } from '../node/rewrite.ts';
import { rewritten } from '../node/rewritten.ts';
import { isProblem, sourcesOfContent } from '../node/sources.ts';
import { visible } from '../reporters/visible.ts';
import type { Io } from './io.ts';
import { CLEAN, FAILED, FINDINGS } from './main.ts';
import type { DiffPaint } from './paint.ts';
import type { Input, SourceReader } from './workspace.ts';
import { readerFor } from './workspace.ts';

/** What the flags ask for. */
export interface FixOptions {
  /** `--fix`, `--fix=unsafe` */
  readonly fix?: WantedFixes | undefined;
  readonly diff?: boolean | undefined;
}

/** What a run knows of its files. */
export interface FixRun {
  /** Checks what was read from a file as the run does. */
  checkerFor(
    input: Input,
    fixes: FixesWanted,
  ): Promise<(result: ReadDocument, source: Source) => readonly Finding[] | 'skipped'>;
  readonly wording: Wording;
  readonly paint: DiffPaint;
}

/** What is left to do when files were mended. */
export interface Mended {
  /** The files as they are now. */
  readonly inputs: readonly Input[];
  /** Where the report goes: not where mended standard input went. */
  readonly io: Io;
  /** Of the fixing alone. */
  readonly code: number;
  /** Says what was done. */
  end(): void;
}

/** Mends files, or shows how they would be mended. */
export async function fixInputs(run: FixRun, inputs: readonly Input[], options: FixOptions, io: Io): Promise<Mended> {
  const fixing = new Fixing(run, options, io);
  const now: Input[] = [];
  for (const input of inputs) now.push(await fixing.input(input));
  const isToOut = options.diff !== true && inputs.some(({ file }) => file === undefined);
  return {
    inputs: now,
    io: isToOut ? { ...io, out: async (words) => io.err(String(words)), isTerminal: false } : io,
    code: fixing.code,
    end: () => fixing.end(),
  };
}

/** The sources of a file with their edits, and what hinders. */
interface FixedFile {
  readonly leftOut: LeftOutFix[];
  /** Why the file is not written. */
  obstacle?: string;
}

class Fixing {
  code = CLEAN;
  readonly #run: FixRun;
  readonly #wanted: WantedFixes;
  readonly #isDryRun: boolean;
  readonly #io: Io;
  #made = 0;
  #left = { safe: 0, unsafe: 0 };

  constructor(run: FixRun, { fix = 'safe', diff = false }: FixOptions, io: Io) {
    this.#run = run;
    this.#wanted = fix;
    this.#isDryRun = diff;
    this.#io = io;
  }

  async input(input: Input): Promise<Input> {
    if (input.file === undefined) return this.#content(input);
    const rewrite = await systemSays(() => Rewrite.of(input.file as string, input.settings.encoding));
    // A file that cannot be opened is told of by the report.
    if (rewrite instanceof Error) return input;
    const file: FixedFile = { leftOut: [] };
    const hunks: string[] = [];
    let made = 0;
    let grown = 0;
    const outcome = await systemSays(async () => {
      try {
        for await (const fixed of this.#sources(input, file)) {
          if (fixed.edits.length === 0) continue;
          made += fixed.made;
          if (this.#isDryRun) {
            hunks.push(...this.#hunks(fixed, grown));
            grown += linesGrown(fixed);
          } else await rewrite.source(fixed.first, fixed.edits);
        }
        if (file.obstacle === undefined) await rewrite.commit();
      } finally {
        await rewrite.discard();
      }
    });
    if (outcome instanceof Error) file.obstacle = this.#reasonOf(outcome);
    this.#tell(input.path, file, made);
    if (file.obstacle === undefined && hunks.length > 0) await this.#show(input.path, hunks);
    return input;
  }

  /** Standard input is written to standard output, mended or not, so that an editor can take it back. */
  async #content(input: Input): Promise<Input> {
    const content = input.content as Buffer;
    const file: FixedFile = { leftOut: [] };
    const all: MendedSource[] = [];
    for await (const fixed of this.#sources(input, file)) if (fixed.edits.length > 0) all.push(fixed);
    const made = all.reduce((sum, fixed) => sum + fixed.made, 0);
    let bytes: Buffer = content;
    if (file.obstacle === undefined && all.length > 0) {
      if (this.#isDryRun) {
        let grown = 0;
        const hunks = all.flatMap((fixed) => {
          const shown = this.#hunks(fixed, grown);
          grown += linesGrown(fixed);
          return shown;
        });
        await this.#show(input.path, hunks);
      } else {
        try {
          bytes = await rewritten(
            content,
            input.settings.encoding,
            all.map(({ first, edits }) => ({ source: first, edits })),
          );
        } catch (error) {
          if (!(error instanceof Unwritable)) throw error;
          file.obstacle = this.#reasonOf(error);
        }
      }
    }
    this.#tell(input.path, file, made);
    if (!this.#isDryRun) await this.#io.out(bytes);
    return { ...input, content: bytes, sources: () => sourcesOfContent(bytes, input.path, input.settings) };
  }

  async *#sources(input: Input, file: FixedFile): AsyncGenerator<MendedSource> {
    const check = await this.#run.checkerFor(input, {
      leftOut: (fix) => {
        if (fix.safety === 'safe' || fix.safety === this.#wanted) file.leftOut.push(fix);
      },
    });
    let reader: SourceReader | undefined;
    for await (const read of input.sources()) {
      if (isProblem(read)) {
        file.obstacle = this.#run.wording.fixing.broken;
        return;
      }
      reader ??= await readerFor(read, input.settings);
      const look: Look = async (source) => {
        // Only what is left out at the end counts, so each look begins anew.
        file.leftOut.length = known;
        const result = await (reader as SourceReader)(source);
        const findings = check(result, source);
        return {
          documents: result.documents,
          findings: findings === 'skipped' ? [] : findings,
          isBroken: findings !== 'skipped' && result.problems.length > 0,
        };
      };
      const known = file.leftOut.length;
      const fixed = await fixSource(read, look, this.#wanted);
      file.leftOut.push(...fixed.leftOut);
      if (fixed.isBroken) {
        file.obstacle = this.#run.wording.fixing.broken;
        return;
      }
      this.#left.safe += fixed.left.safe;
      this.#left.unsafe += fixed.left.unsafe;
      yield { ...fixed, first: read };
    }
  }

  #tell(path: string, { obstacle, leftOut }: FixedFile, made: number): void {
    const { fixing } = this.#run.wording;
    const line = (words: string) => this.#io.err(`replylint: ${visible(path)}: ${words}\n`);
    if (obstacle === undefined) this.#made += made;
    else if (made > 0 || obstacle === fixing.broken) line(fixing.notWritten(obstacle));
    if (obstacle !== undefined) this.code = FAILED;
    const reasons = new Map<string, number>();
    for (const one of leftOut) {
      const reason = this.#obstacleText(one);
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
    for (const [reason, count] of reasons) line(fixing.leftOut(count, reason));
  }

  #obstacleText({ obstacle }: LeftOutFix): string {
    const { fixing } = this.#run.wording;
    if (obstacle.kind === 'refused') return obstacle.reason;
    return obstacle.kind === 'loses' ? fixing.loses(fixing.kept[obstacle.what]) : fixing.obstacle[obstacle.kind];
  }

  #reasonOf(error: Error): string {
    return error instanceof Unwritable ? this.#run.wording.fixing.unwritable[error.why] : error.message;
  }

  #hunks({ first, edits, hidden }: MendedSource, grown: number): readonly string[] {
    const { paint } = this.#run;
    const text = withStars(
      first,
      hidden.filter(({ path }) => path === first.path).map(({ span }) => span),
    );
    const isToEnd = first.base.offset === 0 && first.table === undefined && !/\.(?:jsonl|ndjson)$/i.test(first.path);
    return hunksOf({ text, base: first.base, grown, isToEnd }, edits).map((hunk) => {
      const lines = hunk.lines.map(({ sign, words, isUnended }) => {
        const shown = first.mails === undefined ? words : asText(words);
        const line = `${sign}${this.#io.isTerminal ? visible(shown) : shown}`;
        const painted = sign === '-' ? paint.removed(line) : sign === '+' ? paint.added(line) : line;
        return isUnended === true ? `${painted}\n\\ No newline at end of file` : painted;
      });
      return `${[paint.place(hunkHead(hunk)), ...lines].join('\n')}\n`;
    });
  }

  async #show(path: string, hunks: readonly string[]): Promise<void> {
    this.code = Math.max(this.code, FINDINGS);
    const { paint } = this.#run;
    await this.#io.out(`${paint.file(`--- ${visible(path)}\n+++ ${visible(path)}`)}\n${hunks.join('')}`);
  }

  end(): void {
    const { fixing } = this.#run.wording;
    const counts = { made: this.#made, ...this.#left };
    this.#io.err(`${this.#isDryRun ? fixing.wouldMake(counts) : fixing.made(counts)}\n`);
  }
}

interface MendedSource extends FixedSource {
  /** As it was read. */
  readonly first: Source;
}

/** A line of a mail is read as bytes; most of them are UTF-8. */
function asText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The text with stars in the place of secrets, unit for unit. */
function withStars(source: Source, hidden: Parameters<typeof coveredLines>[1]): string {
  let { text } = source;
  const put = (start: number, words: string) => {
    if (!text.startsWith(words, start)) text = text.slice(0, start) + words + text.slice(start + words.length);
  };
  if (source.mails !== undefined) {
    for (const { start, end } of hidden) put(start - source.base.offset, '*'.repeat(end - start));
    return text;
  }
  const lines = coveredLines(linesOf(source), hidden);
  for (let number = source.base.line; ; number++) {
    const line = lines.line(number);
    if (line === undefined) return text;
    put(line.start - source.base.offset, line.words);
  }
}

function linesGrown({ first, source }: MendedSource): number {
  const feeds = (text: string) => text.split('\n').length;
  return feeds(source.text) - feeds(first.text);
}

/** What the system says of a file is no fault of the program. */
async function systemSays<Result>(act: () => Promise<Result>): Promise<Result | Error> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Unwritable || (error instanceof Error && 'syscall' in error)) return error;
    throw error;
  }
}
