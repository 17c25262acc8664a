import type { Document } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import type { Time } from '../core/time.ts';
import { MINUTE } from '../core/time.ts';
import type { ReportOptions } from './report-options.ts';
import type { Bound } from './window.ts';
import { endOfWindow, isBefore, startOfWindow } from './window.ts';

/**
 * The findings that `--since`, `--until` and `--said-by` leave. What is not known to be asked for is left out: words
 * without a day, words of nobody by name, and so all of a draft or a library. Those without a day are counted.
 */
export class WantedFindings {
  readonly #since: Bound | undefined;
  readonly #until: Bound | undefined;
  readonly #names: RegExp | undefined;
  /** By their spans, which a finding keeps when it is silenced; who spoke there, and when, is the same for all findings that share them. */
  readonly #leftOut = new WeakMap<Finding['spans'], 'another' | 'no day'>();
  #undated = 0;

  constructor({ since, until, saidBy = [] }: ReportOptions) {
    this.#since = since === undefined ? undefined : startOfWindow(since);
    this.#until = until === undefined ? undefined : endOfWindow(until);
    this.#names = saidBy.length === 0 ? undefined : new RegExp(`^(?:${saidBy.map(patternOf).join('|')})$`, 'iu');
  }

  /** Findings that were left out because nothing tells on which day the words were said. */
  get undated(): number {
    return this.#undated;
  }

  /** Those that are left. */
  of(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter((finding) => {
      const why = this.#leftOut.get(finding.spans);
      if (why === 'no day') this.#undated++;
      return why === undefined;
    });
  }

  /** Those that are left of what is silenced, which counts nowhere. */
  ofSilenced(findings: readonly Finding[]): readonly Finding[] {
    return findings.filter(({ spans }) => !this.#leftOut.has(spans));
  }

  /** Remembers which findings of the document are left out. Until then they count as found: what silences them is in use. */
  look(findings: readonly Finding[], document: Document): readonly Finding[] {
    const isDated = this.#since !== undefined || this.#until !== undefined;
    if (!isDated && this.#names === undefined) return findings;
    const timeOf = isDated ? timesOf(document) : undefined;
    for (const finding of findings) {
      const why =
        this.#names !== undefined && !this.#isByThem(finding) ? 'another' : timeOf && this.#outOfTime(timeOf(finding));
      if (why !== undefined) this.#leftOut.set(finding.spans, why);
    }
    return findings;
  }

  #isByThem({ role, speaker }: Finding): boolean {
    return role === 'agent' && speaker !== undefined && (this.#names as RegExp).test(speaker.normalize('NFC').trim());
  }

  #outOfTime(time: Time | undefined): 'another' | 'no day' | undefined {
    if (time === undefined) return 'no day';
    const isEarly = this.#since !== undefined && isBefore(time, this.#since, wallClock);
    const isInTime = this.#until === undefined || isBefore(time, this.#until, wallClock);
    if (isEarly === undefined || isInTime === undefined) return 'no day';
    return isEarly || !isInTime ? 'another' : undefined;
  }
}

/** When the words of a finding were said: the time of their message, else of the nearest before it, else of the first after. */
function timesOf(document: Document): (finding: Finding) => Time | undefined {
  if (document.kind === 'library') return () => undefined;
  if (document.kind === 'draft') return () => document.at;
  const { messages } = document.conversation;
  return ({ messageIndex }) => {
    const at = messages.findLastIndex(({ index, at: time }) => index <= (messageIndex ?? 0) && isDated(time));
    return (messages[at] ?? messages.find(({ at: time }) => isDated(time)))?.at;
  };
}

function isDated(time: Time | undefined): boolean {
  return time !== undefined && time.basis !== 'clock';
}

function patternOf(name: string): string {
  return name
    .normalize('NFC')
    .trim()
    .split('*')
    .map((part) => part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&'))
    .join('.*');
}

/** Of this machine. */
function wallClock(epoch: number): number {
  return epoch - new Date(epoch).getTimezoneOffset() * MINUTE;
}
