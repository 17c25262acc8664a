import { InvalidArgumentError, Option } from 'commander';
import { endOfWindow, startOfWindow } from './window.ts';

/** Flags that say which findings are shown, and how. */
export interface ReportOptions {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** Names of agents; `*` is any run of characters. */
  readonly saidBy?: readonly string[] | undefined;
  readonly groupBy?: GroupBy | undefined;
  readonly redact?: boolean | undefined;
  readonly progress?: boolean | undefined;
}

const GROUPS = ['file', 'agent', 'rule'] as const;
export type GroupBy = (typeof GROUPS)[number];

export function reportOptions(): readonly Option[] {
  return [
    new Option('--since <time>', 'only what was said from this day or time on: 2026-05-01, 2026-05-01T09:00').argParser(
      (written) => {
        if (startOfWindow(written) === undefined) throw new InvalidArgumentError(HINT);
        return written;
      },
    ),
    new Option('--until <time>', 'only what was said until this day, to its end, or until this time').argParser(
      (written) => {
        if (endOfWindow(written) === undefined) throw new InvalidArgumentError(HINT);
        return written;
      },
    ),
    new Option('--said-by <name>', 'only what this agent said; * is any run of characters (repeatable)')
      .argParser((name, before: readonly string[] = []) => [...before, name])
      .default([], 'all'),
    new Option('--group-by <what>', 'put findings under headings with their numbers').choices(GROUPS),
    new Option('--redact', "mask customers' words and personal data in every output"),
    new Option('--no-progress', 'show no bar while a long run is under way'),
  ];
}

const HINT = 'Write a day or a time: 2026-05-01, 2026-05-01T09:00, 2026-05-01T09:00+05:00.';
