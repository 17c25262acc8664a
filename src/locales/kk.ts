import { countingIn } from '../core/counted.ts';
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
    if (error + warning + info === 0) return `${number(files)} файл тексерілді, ескерту жоқ.`;
    const kinds = [
      error > 0 ? `${number(error)} қате` : '',
      warning > 0 ? `${number(warning)} ескерту` : '',
      info > 0 ? `${number(info)} кеңес` : '',
    ];
    return `${kinds.filter((part) => part !== '').join(', ')}; ${number(files)} файл тексерілді, оның ${number(filesWithFindings)} файлында ескерту бар.`;
  },
  explanation: {
    rules: 'ережелер',
    severity: 'маңыздылығы',
    preset: 'жинақ',
    channels: 'арналар',
    documents: 'құжат түрлері',
    options: 'баптаулар',
    needs: 'қажет мәлімет',
    source: 'каталог жолдары',
    bad: 'қате мысал',
    good: 'дұрыс мысал',
  },
  need: {
    times: 'хабарламалардың уақыты',
    'end times': 'хабарламалардың аяқталу уақыты',
    'mail headers': 'хат тақырып жолдары',
    start: 'сөйлесудің басы',
    end: 'сөйлесудің соңы',
    customer: 'тұтынушының хабарламалары',
    'agent names': 'қызметкерлердің аты',
    'company names': 'компанияның атауы',
    'customer names': 'тұтынушының аты',
  },
  or: ' не ',
  coverage: {
    runs: (rules, documents) => `${number(rules)} ереже қолданылады, ${number(documents)} құжат`,
    other: (rules) => `${number(rules)} ереже басқа арналарға не құжат түрлеріне арналған`,
    lacking: 'мәлімет жетпегендіктен тексерілмеді:',
    lacks: (what, documents, of) =>
      documents === of ? what : `${what} (${number(of)} құжаттың ${number(documents)}-інде жоқ)`,
  },
  skipped: (files) => `${number(files)} файл өткізіп жіберілді: оларда сөйлесу, жауап жобасы немесе үлгі жауаптар жоқ.`,
  marks: { open: ' (', close: ')', list: ', ', colon: ': ' },
  grouping: {
    counts: ({ error, warning, info }) =>
      [
        error === 0 ? '' : `${number(error)} қате`,
        warning === 0 ? '' : `${number(warning)} ескерту`,
        info === 0 ? '' : `${number(info)} кеңес`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    unnamed: '(аты белгісіз)',
  },
  undated: (findings) => `${number(findings)} ескерту есепке алынбады: қай күні айтылғаны белгісіз.`,
  progress: {
    files: 'файл',
    conversations: 'сөйлесу',
    findings: 'ескерту',
    perSecond: (size) => `${size}/с`,
    left: (time) => `${time} қалды`,
  },
  evaluation: {
    columns: {
      rule: 'ереже',
      labels: 'белгі',
      sentences: 'әртүрлі сөйлем',
      found: 'табылды',
      recall: 'толықтық',
      findings: 'ескерту',
      right: 'дұрыс',
      wrong: 'жалған',
      precision: 'дәлдік',
    },
    allRules: 'барлық ереже',
    unknown: 'белгісіз',
    misses: (shown, all) => `Табылмағаны (${shown === all ? all : `барлығы ${all}, ең маңыздылары`})`,
    falseAlarms: (shown, all) => `Жалған ескерту (${shown === all ? all : `барлығы ${all}, ең маңыздылары`})`,
    within: 'мәтіні',
    notJudged: (rules) => `Белгілеуде қаралмаған, сондықтан дұрыс та, жалған да саналмайды (ескерту саны): ${rules}.`,
    notRun: (rules) => `Белгіленген, бірақ баптау бойынша тексерілмеген (белгі саны): ${rules}.`,
    conversations: ({ evaluated, withoutLabels, unnamed }) =>
      `${number(evaluated)} сөйлесу салыстырылды, оның ${number(withoutLabels)} сөйлесуінде белгі жоқ.${unnamed === 0 ? '' : ` Тағы ${number(unnamed)} сөйлесудің нөмірі жоқ, олар салыстырылмады.`}`,
    otherDocuments: (count) => `${number(count)} жауап жобасы немесе үлгі жауаптар жинағы салыстырылмады.`,
    shortfall: (figure, rule, value, least) =>
      `${rule ?? 'Барлық ереже'}: ${figure === 'precision' ? 'дәлдік' : 'толықтық'} ${value === undefined ? 'өлшенбеді' : value}; кемінде ${least} болуы керек.`,
    unknownConversation: (id, labels) => `«${id}» сөйлесуі файлдарда жоқ (${number(labels)} белгі).`,
    repeatedConversation: (id) => `«${id}» сөйлесуі файлдарда қайталанған; тек біріншісі салыстырылады.`,
    unknownMessage: (message, id) => `«${id}» сөйлесуінде нөмірі ${message} хабарлама жоқ.`,
    notTheAgents: (message, id) => `«${id}» сөйлесуіндегі нөмірі ${message} хабарламаны қызметкер жазбаған.`,
    outsideMessage: (message, id) => `Белгіленген сөздер «${id}» сөйлесуіндегі нөмірі ${message} хабарламадан тыс тұр.`,
    unknownRule: (rule, labels) => `«${rule}» деген ереже жоқ${labels === 0 ? '' : ` (${number(labels)} белгі)`}.`,
  },
  run: {
    sampled: (drawn, all) =>
      `Іріктеме: барлығы ${all} сөйлесу, жауап жобасы мен үлгі жауаптар жинағынан ${drawn} алынды.`,
    unchanged: (files) => `Бұрын ескертусіз болған және содан бері өзгермеген ${files} файл қайта тексерілмеді.`,
    watching: 'Өзгерістер күтілуде; аяқтау үшін Ctrl-C басыңыз.',
    stats: {
      phase: 'кезең',
      format: 'формат',
      rule: 'ереже',
      files: 'файлдар',
      sources: 'жазбалар',
      documents: 'құжаттар',
      time: 'уақыт',
      share: 'үлесі',
      phases: {
        start: 'іске қосу',
        reading: 'файлдарды оқу',
        matching: 'сөздерді іздеу',
        rules: 'ережелер',
        output: 'нәтижені шығару және басқасы',
        total: 'барлығы',
      },
      unknownFormat: '(жоқ)',
      otherRules: (rules) => `қалған ${rules} ереже`,
    },
  },
  house: {
    holdsFor: (file) => `${file} файлына қатысты баптаулар және олардың көздері`,
    configurations: 'конфигурациялар (кеңейтілетіні бірінші)',
    noConfiguration: 'конфигурация жоқ',
    byDefault: 'әдепкі мән',
    fromEnvironment: 'орта айнымалысы',
    preset: (name) => `${name} жинағы`,
    otherwise: (value) => `әдепкі: ${value}`,
    example: (kind, number) => `${number}-${kind === 'bad' ? 'теріс' : 'дұрыс'} мысал`,
    expected: 'күтілгені',
    found: 'табылғаны',
    unreadable: 'сөйлесу, жоба немесе жауаптар жинағы ретінде оқылмайды',
    noMark: 'теріс мысалда табылатын сөздер ⟦…⟧ ішінде тұруы керек',
    neverFires: 'ешбір мысалда іске қосылмайды',
    unreached: (phrases) => `Ешбір мысалда кездеспейтін тіркестер (${phrases}):`,
    tested: ({ rules, examples, failed }) =>
      `${rules} ереже, ${examples} мысал: ${failed === 0 ? 'бәрі сәйкес' : `${failed} сәйкес емес`}.`,
    written: (path) => `${path} жазылды.`,
    addFolder: (folder, config) =>
      config === undefined
        ? `Ереже іске қосылуы үшін replylint.config.yaml файлын ашып, «ruleFolders: [${folder}]» деп жазыңыз.`
        : `Ереже іске қосылуы үшін ${config} файлына «ruleFolders: [${folder}]» қосыңыз.`,
    tryIt: (command) => `Мысалдарын тексеру: ${command}`,
    skeleton: {
      phrases: 'Айтуға болмайтын сөздер. Тіркестер, @ұғымдар және басқа етістіктер: docs/writing-rules.md.',
      say: 'Есепті оқитын адамға: не дұрыс емес, не істеу керек.',
      examples: 'Ереже табуға тиіс сөздер ⟦…⟧ ішінде тұрады. Мысалдар — сынақтар: replylint test',
    },
  },
  fixing: {
    made: ({ made, safe, unsafe }) => `${made} қате түзетілді.${whatIsLeft(safe, unsafe)}`,
    wouldMake: ({ made, safe, unsafe }) => `${made} қате түзетілер еді.${whatIsLeft(safe, unsafe)}`,
    leftOut: (fixes, reason) => `${fixes} түзету жасалмады: ${reason}.`,
    loses: (what) => `сөйлемдегі ${what} өзгеріп кетер еді`,
    kept: {
      number: 'сан',
      date: 'күн не уақыт',
      amount: 'сома',
      name: 'есім',
      link: 'сілтеме',
      negation: 'болымсыз сөз',
      placeholder: 'толтырылатын орын',
    },
    obstacle: {
      secret: 'сол жерде құпия дерек бар',
      misread: 'түзетуден кейін файл басқаша оқылар еді',
      'no gain': 'түзетуден кейін ескерту көбейер еді',
    },
    notWritten: (reason) => `файл өзгертілмеді: ${reason}.`,
    broken: 'оның бір бөлігі оқылмады',
    unwritable: {
      changed: 'оқылғаннан кейін файл өзгерген',
      encoding: 'оның кодтауында жазуға болмайды немесе қажет таңба жоқ',
    },
    fix: 'түзету',
    safety: {
      safe: 'қауіпсіз',
      unsafe: 'тексеруді қажет етеді, --fix=unsafe арқылы',
      suggestion: 'тек ұсыныс, файлға жазылмайды',
    },
  },
  silencing: {
    silenced({ directive, ignore, baseline }) {
      const by = [
        directive > 0 ? `нұсқаумен – ${directive}` : '',
        ignore > 0 ? `ignores тізімімен – ${ignore}` : '',
        baseline > 0 ? `бұрыннан белгілісі – ${baseline}` : '',
      ];
      return `${directive + ignore + baseline} ескертпе өшірілді: ${by.filter((part) => part !== '').join(', ')}.`;
    },
    stale: (entries, baseline) =>
      `${baseline} файлындағы ${entries} жазба енді кездеспейді; replylint baseline --prune арқылы алып тастаңыз.`,
    written: ({ added, removed, all }, baseline) =>
      `${baseline}: ${added} жазба қосылды, ${removed} жазба алынды, барлығы ${all}.`,
    checked: (stale, baseline) =>
      stale === 0
        ? `${baseline}: ондағының бәрі әлі де бар.`
        : `${baseline}: ${stale} жазба енді кездеспейді; replylint baseline --prune арқылы алып тастаңыз.`,
    unread: 'Кейбір файлдар оқылмады; олар туралы белгілі жазбалар өзгермеді.',
  },
  report: {
    columns: { severity: 'деңгейі', place: 'орны', rule: 'ереже', finding: 'ескертпе' },
    fix: {
      safe: 'Мағынасы өзгермейді.',
      unsafe: 'Түзетілгеннен кейін оқып шығыңыз.',
      suggestion: 'Таңдаңыз немесе жетіспейтінін толтырыңыз.',
    },
    more: (findings) => `Тағы ${findings} ескертпе мұнда көрсетілмеді.`,
  },
};

function whatIsLeft(safe: number, unsafe: number): string {
  return [
    safe === 0 ? '' : ` Тағы ${safe} қатені --fix түзетеді.`,
    unsafe === 0 ? '' : ` Тағы ${unsafe} қатені --fix=unsafe түзетеді, артынан оқып шығыңыз.`,
  ].join('');
}

const { number } = countingIn('kk');
