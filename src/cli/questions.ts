import { cancel, isCancel, multiselect, select } from '@clack/prompts';
import type { InitAnswers, Questions } from './init.ts';
import { CHANNELS_ASKED, CI_SYSTEMS, LANGUAGES_ASKED, NO_VENDOR, VENDOR_NAMES } from './init.ts';

/** Asks at a terminal what the flags left open; undefined where the user gave up. */
export const askAtTerminal: Questions = async (known, wording) => {
  const { questions, channels, languages, ci: systems, none, stopped } = wording;
  const choose = async <Value extends string>(
    message: string,
    options: readonly { readonly value: Value; readonly label: string }[],
  ): Promise<Value | undefined> => {
    const chosen = await select<string>({ message, options: [...options] });
    return isCancel(chosen) ? undefined : (chosen as Value);
  };
  const stop = () => {
    cancel(stopped);
    return undefined;
  };
  const channel =
    known.channel ??
    (await choose(
      questions.channel,
      CHANNELS_ASKED.map((value) => ({ value, label: channels[value] })),
    ));
  if (channel === undefined) return stop();
  let chosen: readonly string[] | symbol | undefined = known.languages;
  chosen ??= await multiselect<string>({
    message: questions.languages,
    options: LANGUAGES_ASKED.map((value) => ({ value, label: languages[value] })),
    required: true,
  });
  if (isCancel(chosen)) return stop();
  const vendor =
    known.vendor ??
    (await choose(questions.vendor, [
      { value: NO_VENDOR, label: none },
      ...VENDOR_NAMES.map((value) => ({ value, label: value })),
    ]));
  if (vendor === undefined) return stop();
  const ci =
    known.ci ??
    (await choose(
      questions.ci,
      CI_SYSTEMS.map((value) => ({ value, label: systems[value] })),
    ));
  if (ci === undefined) return stop();
  return { channel, languages: chosen as InitAnswers['languages'], vendor, ci };
};
