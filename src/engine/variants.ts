import type { Channel } from '../core/conversation.ts';
import type { RuleSettings, RuleVariant } from '../rules/rule-settings.ts';
import { withVariants } from '../rules/rule-settings.ts';
import type { Thread } from './thread.ts';

/** Chooses what was made of the settings that hold for a thread. */
export interface Variants<Made> {
  /** For documents of which no channel and no language is asked. */
  readonly base: Made;
  of(thread: Thread): Made;
  inChannel(channel: Channel | undefined): Made;
}

/** Makes something of settings for each set of variants that holds together somewhere, once and when it is first met. */
export function variantsOf<Made>(settings: RuleSettings, make: (settings: RuleSettings) => Made): Variants<Made> {
  const base = make(settings);
  const { variants = [] } = settings;
  if (variants.length === 0) return { base, of: () => base, inChannel: () => base };
  const made = new Map<string, Made>();
  const madeOf = (holding: readonly RuleVariant[]): Made => {
    if (holding.length === 0) return base;
    const key = variants.map((variant) => (holding.includes(variant) ? 1 : 0)).join('');
    let known = made.get(key);
    if (known === undefined) {
      known = make(withVariants(settings, holding));
      made.set(key, known);
    }
    return known;
  };
  const choose = (channel: Channel | undefined, language: () => string | undefined) =>
    madeOf(
      variants.filter(
        ({ channels, languages }) =>
          (channels === undefined || channels.includes(channel ?? 'chat')) &&
          (languages === undefined || languages.some((tag) => isOf(language(), tag))),
      ),
    );
  return {
    base,
    of: (thread) =>
      choose(
        thread.channel,
        once(() => languageOf(thread)),
      ),
    inChannel: (channel) => choose(channel, () => undefined),
  };
}

/** The language of most of what is linted; the first one where several are. */
function languageOf(thread: Thread): string | undefined {
  const counts = new Map<string, number>();
  for (const one of thread.messages) {
    if (one.message.role !== 'agent' || !thread.isLinted(one) || one.language === undefined) continue;
    counts.set(one.language, (counts.get(one.language) ?? 0) + 1);
  }
  let most: string | undefined;
  for (const [language, count] of counts) if (most === undefined || count > (counts.get(most) ?? 0)) most = language;
  return most;
}

/** `zh-Hant` is `zh` too. */
function isOf(language: string | undefined, tag: string): boolean {
  return language === tag || language?.startsWith(`${tag}-`) === true;
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
