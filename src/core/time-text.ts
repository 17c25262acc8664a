import type { Time } from './time.ts';
import { MINUTE, SECOND } from './time.ts';

/** A time no more exact than it is known: the basis shows by what is left out. */
export function timeText({ basis, at, precision }: Time): string {
  const iso = new Date(at).toISOString();
  const clock = iso.slice(11, precision >= MINUTE ? 16 : precision >= SECOND ? 19 : 23);
  if (basis === 'clock') return clock;
  return `${iso.slice(0, 10)}T${clock}${basis === 'epoch' ? 'Z' : ''}`;
}
