import type { Needed } from '../core/document-need.ts';
import type { Wording } from '../locales/wording.ts';

/** What a rule needs, in the reader's language; undefined where it needs nothing. */
export function needsText(needs: readonly Needed[], wording: Wording): string | undefined {
  if (needs.length === 0) return undefined;
  const names: Readonly<Record<string, string>> = wording.need;
  return needs
    .map((needed) =>
      [needed]
        .flat()
        .map((one) => names[one] ?? `\`${one}\``)
        .join(wording.or),
    )
    .join(', ');
}
