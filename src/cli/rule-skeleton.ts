import type { HouseWording } from '../locales/wording.ts';

/** What a new rule says in one language until its author writes better: a phrase, a sentence, and two examples. */
interface Sample {
  readonly phrase: string;
  readonly say: string;
  readonly bad: string;
  readonly good: string;
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  en: {
    phrase: 'nothing i can do',
    say: '“{words}” leaves the customer alone. Say what you can do.',
    bad: 'Customer: My parcel is late.\nAgent: There is ⟦nothing I can do⟧.\n',
    good: 'Customer: My parcel is late.\nAgent: I will ask the courier and write to you by noon.\n',
  },
  zh: {
    phrase: '我也没办法',
    say: '“{words}”会让客户感到没人管。请说明您能做什么。',
    bad: '客户：包裹怎么还没到？\n客服：⟦我也没办法⟧。\n',
    good: '客户：包裹怎么还没到？\n客服：我马上联系快递，中午前回复您。\n',
  },
  kk: {
    phrase: 'ештеңе істей алмаймын',
    say: '«{words}» деген сөз тұтынушыны көмексіз қалдырады. Не істей алатыныңызды айтыңыз.',
    bad: 'Тұтынушы: Сәлемдемем кешікті.\nОператор: Мен ⟦ештеңе істей алмаймын⟧.\n',
    good: 'Тұтынушы: Сәлемдемем кешікті.\nОператор: Жеткізушіден біліп, түске дейін жазамын.\n',
  },
};

export const SKELETON_LANGUAGES: readonly string[] = Object.keys(SAMPLES);

/** A rule that works as it stands. @param languages of `SKELETON_LANGUAGES` */
export function ruleSkeleton(id: string, languages: readonly string[], { skeleton }: HouseWording): string {
  const samples = languages.map((language) => [language, SAMPLES[language] as Sample] as const);
  const block = (text: string) => [
    '    - |',
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => `      ${line}`),
  ];
  return [
    `id: ${id}`,
    'severity: warning',
    'in: each message',
    `# ${skeleton.phrases}`,
    'forbid:',
    ...samples.map(([, { phrase }]) => `  - ${phrase}`),
    `# ${skeleton.say}`,
    'say:',
    ...samples.map(([language, { say }]) => `  ${language}: ${JSON.stringify(say)}`),
    `# ${skeleton.examples}`,
    'examples:',
    '  bad:',
    ...samples.flatMap(([, { bad }]) => block(bad)),
    '  good:',
    ...samples.flatMap(([, { good }]) => block(good)),
    '',
  ].join('\n');
}
