import { writeDuration } from '../core/write-duration.ts';
import type { Wording } from './wording.ts';

/** Kazakh counts with the singular: "3 қате", so no plural forms are needed. */
export const kk: Wording = {
  locale: 'kk',
  severity: { error: 'қате', warning: 'ескерту', info: 'кеңес' },
  role: { agent: 'қызметкер', customer: 'тұтынушы', bot: 'бот', system: 'жүйе' },
  duration: ({ milliseconds }) =>
    writeDuration(milliseconds, { day: ' күн', hour: ' сағ', minute: ' мин', second: ' с' }),
  message: (number) => `${number}-хабарлама`,
  entry: (name) => `«${name}» үлгісі`,
  conversation: 'сөйлесу',
  draft: 'жауап жобасы',
  instead: 'орнына жазыңыз',
  because: 'себебі',
  counterpart: 'салыстырыңыз',
  summary({ error, warning, info, files, filesWithFindings }) {
    if (error + warning + info === 0) return `${files} файл тексерілді, ескерту жоқ.`;
    const kinds = [
      error > 0 ? `${error} қате` : '',
      warning > 0 ? `${warning} ескерту` : '',
      info > 0 ? `${info} кеңес` : '',
    ];
    return `${kinds.filter((part) => part !== '').join(', ')}; ${files} файл тексерілді, оның ${filesWithFindings} файлында ескерту бар.`;
  },
  explanation: {
    rules: 'ережелер',
    severity: 'маңыздылығы',
    preset: 'жинақ',
    channels: 'арналар',
    documents: 'құжат түрлері',
    options: 'баптаулар',
    source: 'каталог жолдары',
    bad: 'қате мысал',
    good: 'дұрыс мысал',
  },
  skipped: (files) => `${files} файл өткізіп жіберілді: оларда сөйлесу, жауап жобасы немесе үлгі жауаптар жоқ.`,
};
