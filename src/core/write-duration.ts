/** The names of units in one language, joined to the number as that language does. */
export interface UnitNames {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/** A length of time in its two largest units: "1 min 30 s", "2 h". Unit names bring their own space. */
export function writeDuration(milliseconds: number, units: UnitNames): string {
  const seconds = Math.round(milliseconds / 1000);
  const parts = [
    { count: Math.floor(seconds / 86_400), unit: units.day },
    { count: Math.floor((seconds % 86_400) / 3600), unit: units.hour },
    { count: Math.floor((seconds % 3600) / 60), unit: units.minute },
    { count: seconds % 60, unit: units.second },
  ];
  const first = parts.findIndex(({ count }) => count > 0);
  if (first < 0) return `0${units.second}`;
  const written = parts.slice(first, first + 2).filter(({ count }) => count > 0);
  return written.map(({ count, unit }) => `${count}${unit}`).join(units.day.startsWith(' ') ? ' ' : '');
}
