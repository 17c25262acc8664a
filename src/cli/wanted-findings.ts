import type { Document } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import type { Time } from '../core/time.ts';
import { MINUTE } from '../core/time.ts';
import type { ReportOptions } from './report-options.ts';
import { isByReader } from './silence.ts';
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
  readonly #isDated: boolean;
  readonly #isOn: boolean;
  /** By fingerprint, since a silenced finding is another object. */
  readonly #times = new Map<string | undefined, Time | undefined>();
  #undated = 0;

  constructor({ since, until, saidBy = [] }: ReportOptions) {
    this.#since = since === undefined ? undefined : startOfWindow(since);
    this.#until = until === undefined ? undefined : endOfWindow(until);
    this.#names = saidBy.length === 0 ? undefined : new RegExp(`^(?:${saidBy.map(patternOf).join('|')})$`, 'iu');
    this.#isDated = since !== undefined || until !== undefined;
    this.#isOn = this.#isDated || this.#names !== undefined;
  }

  /** Findings that were left out because nothing tells on which day the words were said. */
  get undated(): number {
    return this.#undated;
  }

  /** Notes what is needed to tell whether findings are asked for, before some of them are silenced. */
  noted(findings: readonly Finding[], document: Document): readonly Finding[] {
    if (!this.#isOn) return findings;
    const timeOf = this.#isDated ? timesOf(document) : undefined;
    for (const finding of findings) this.#times.set(finding.fingerprint, timeOf?.(finding));
    return findings;
  }

  /** Before a source whose findings are noted anew. */
  forget(): void {
    this.#times.clear();
  }

  /** What is asked for of findings that were noted; what readers say of files is always. */
  kept(findings: readonly Finding[]): readonly Finding[] {
    if (!this.#isOn) return findings;
    return findings.filter(
      (finding) =>
        isByReader(finding) ||
        ((this.#names === undefined || this.#isByThem(finding)) && (!this.#isDated || this.#isInTime(finding))),
    );
  }

  #isByThem({ role, speaker }: Finding): boolean {
    return role === 'agent' && speaker !== undefined && (this.#names as RegExp).test(speaker.normalize('NFC').trim());
  }

  #isInTime({ fingerprint, suppression }: Finding): boolean {
    const time = this.#times.get(fingerprint);
    if (time !== undefined) {
      const isEarly = this.#since !== undefined && isBefore(time, this.#since, wallClock);
      const isInTime = this.#until === undefined || isBefore(time, this.#until, wallClock);
      if (isEarly !== undefined && isInTime !== undefined) return !isEarly && isInTime;
    }
    if (suppression === undefined) this.#undated++;
    return false;
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
