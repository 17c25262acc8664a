import type { zh } from './zh.ts';

/** Kazakh. A sentence that Chinese has and Kazakh lacks, or the other way round, does not compile. */
export const kk = {
  "error: unknown option '{1}'": 'қате: {1} деген параметр жоқ',
  "error: unknown command '{1}'": 'қате: {1} деген команда жоқ',
  "error: option '{1}' argument missing": 'қате: {1} параметрінің мәні жоқ',
  "error: option '{1}' argument '{2}' is invalid. <3>": 'қате: {1} параметріне «{2}» мәні жарамайды. <3>',
  "error: required option '{1}' not specified": 'қате: {1} параметрі міндетті',
  "error: missing required argument '{1}'": 'қате: {1} аргументі жетіспейді',
  "error: command-argument value '{1}' is invalid for argument '{2}'. <3>":
    'қате: {2} аргументіне «{1}» мәні жарамайды. <3>',
  "error: option '{1}' cannot be used with option '{2}'":
    'қате: {1} параметрін {2} параметрімен бірге қолдануға болмайды',
  "error: too many arguments for '{1}'. Expected {2} but got {3}.": 'қате: {1} командасына артық аргумент берілді.',
  'error: name files, folders or globs to check, or - for standard input.':
    'қате: тексерілетін файлды, қалтаны не үлгіні көрсетіңіз; - стандартты енгізуді білдіреді.',
  '(Did you mean {1}?)': '({1} деп жазбақ болдыңыз ба?)',
  '(Did you mean one of {1}?)': '(мыналардың бірін жазбақ болдыңыз ба: {1}?)',
  'Allowed choices are {1}.': 'Жарамды мәндер: {1}.',
  'Write a figure from 0 to 1, or rule=figure.': '0 мен 1 арасындағы санды не «ереже=сан» түрін жазыңыз.',
  'Write a whole number.': 'Бүтін сан жазыңыз.',
  'Write a day such as 2026-05-03.': 'Күнді 2026-05-03 түрінде жазыңыз.',
  'Write a tag such as en, zh, zh-Hant or kk.': 'en, zh, zh-Hant, kk сияқты тіл кодын жазыңыз.',

  'Usage:': 'Қолданылуы:',
  'Arguments:': 'Аргументтер:',
  'Options:': 'Параметрлер:',
  'Commands:': 'Командалар:',
  '[options]': '[параметрлер]',
  '[command]': '[команда]',
  'choices:': 'таңдау:',
  'default:': 'әдепкі:',
  none: 'жоқ',
  all: 'барлығы',
  recommended: 'recommended',
  'display help for command': 'анықтаманы көрсету',
  'print the version': 'нұсқаны көрсету',

  'Checks what support agents say to customers: chats, mails, calls, drafts and canned replies.':
    'Қолдау қызметкерлерінің тұтынушыларға айтқанын тексереді: чат, хат, қоңырау, жауап жобасы және үлгі жауаптар.',
  'files, folders or globs; - for standard input': 'файлдар, қалталар не үлгілер; - стандартты енгізу',
  'the name that standard input goes by, for its format and configuration':
    'стандартты енгізудің файл аты: пішімі мен баптауы содан анықталады',
  'what the files hold': 'файлдарда не бар',
  'the channel, where a file names none': 'арна, файлда көрсетілмесе',
  'the language of the text, where the words tell nothing: en, zh, zh-Hant, kk':
    'мәтін тілі, сөздерден білінбесе: en, zh, zh-Hant, kk',
  'the name of an agent in transcripts; * is any run of characters (repeatable)':
    'жазбадағы қызметкердің аты; * кез келген таңбаларды білдіреді (қайталауға болады)',
  'how to read 03/04/24, where the whole file does not tell': '03/04/24 қалай оқылады, файлдан білінбесе',
  'the encoding of the files, in place of what their bytes look like': 'файлдардың кодталуы, өздігінен анықталмайды',
  'collect the rows of a conversation wherever they stand in a table':
    'бір сөйлесудің жолдары кестеде шашырап тұрса, жинап алу',
  'the name of the customer, where the files do not tell it (repeatable)':
    'тұтынушының аты, файлда көрсетілмесе (қайталауға болады)',
  'what is known of the contact where a file does not tell: direction=outbound, voicemail=greeting (repeatable)':
    'байланыс туралы мәлімет, файлда көрсетілмесе: direction=outbound, voicemail=greeting (қайталауға болады)',
  'the conversation that a draft answers': 'жауап жобасы жазылған сөйлесу',
  'canned replies that what was sent is compared with (repeatable)':
    'жіберілген жауап салыстырылатын үлгілер (қайталауға болады)',
  'the day that dates in canned replies are compared with (default: the day of the run)':
    'үлгілердегі күн салыстырылатын күн (әдепкі: бүгін)',
  'how to show it': 'нәтижені көрсету түрі',
  'the lowest severity that makes the exit code 1': 'шығу коды 1 болатын ең төменгі маңыздылық',
  'exit code 1 where there are more warnings': 'ескерту бұдан көп болса, шығу коды 1',
  'show errors only': 'тек қателерді көрсету',
  'the severity of a rule: error, warning, info or off (repeatable)':
    'ереженің маңыздылығы: error, warning, info не off (қайталауға болады)',
  'run these rules only, whatever their preset; greeting/* is a whole category (repeatable)':
    'қай жинақта болса да, тек осы ережелер; greeting/* бүкіл санатты білдіреді (қайталауға болады)',
  'run all rules but these (repeatable)': 'осылардан басқа барлық ереже (қайталауға болады)',
  'recommended, strict, preview (repeatable)': 'recommended, strict, preview (қайталауға болады)',
  'the language of the reader': 'оқитын адамның тілі',
  'use colours even where the output is no terminal': 'терминалдан басқа жерге де түспен шығару',
  'use no colours': 'түссіз шығару',
  'Exit codes: 0 no finding at or above --fail-on; 1 findings; 2 a file could not be linted, or the set-up is wrong.':
    'Шығу кодтары: 0 – --fail-on деңгейіндегі ескерту жоқ; 1 – ескерту бар; 2 – файл тексерілмеді не баптау қате.',
  'list the rules, or say which could not run on files and what they lacked':
    'ережелерді көрсету не файлдарға қайсысы қолданылмайтынын, не жетіспейтінін айту',
  'explain a rule: what it asks, why, its options and examples':
    'ережені түсіндіру: не талап етеді, неге, баптаулары мен мысалдары',
  'the id of a rule': 'ереженің атауы',
  'show files as the rules see them: kind, roles, times, languages, edges':
    'файлды ережелер көретіндей көрсету: түрі, рөлдер, уақыт, тілдер, басы мен соңы',
  'compare findings with labels made by people: precision, recall, misses, false alarms':
    'адамдар қойған белгілермен салыстыру: дәлдік, толықтық, табылмағаны, жалған ескерту',
  'files, folders or globs of the labelled conversations; - for standard input':
    'белгіленген сөйлесулердің файлдары, қалталары не үлгілері; - стандартты енгізу',
  'files, folders or globs of labels, in JSONL (repeatable)':
    'белгілердің JSONL файлдары, қалталары не үлгілері (қайталауға болады)',
  'rules that the labels judge beside those that they name (repeatable)':
    'белгілерде аталмаса да бағаланатын ережелер (қайталауға болады)',
  'how many misses, and how many false alarms, to show': 'табылмағаны мен жалған ескертудің қаншасын көрсету',
  'exit code 1 where the precision is lower: 0.9 for all rules together, greeting/missing=0.95 for one (repeatable)':
    'дәлдік төмен болса, шығу коды 1: 0.9 – барлық ереже, greeting/missing=0.95 – бір ереже (қайталауға болады)',
  'exit code 1 where the recall is lower: 0.9 for all rules together, greeting/missing=0.95 for one (repeatable)':
    'толықтық төмен болса, шығу коды 1: 0.9 – барлық ереже, greeting/missing=0.95 – бір ереже (қайталауға болады)',
  'Exit codes: 0 the thresholds are reached; 1 they are not; 2 labels or files are wrong, or the set-up is.':
    'Шығу кодтары: 0 – шекке жетті; 1 – жетпеді; 2 – белгілер, файлдар не баптау қате.',

  'Did you mean “{1}”?': '«{1}» деп жазбақ болдыңыз ба?',
  'Did you mean “@{1}”?': '«@{1}» деп жазбақ болдыңыз ба?',
  'Known are: {1}.': 'Мыналар бар: {1}.',
  'See `replylint rules`.': '`replylint rules` командасын қараңыз.',
  'See `ruleFolders` in the configuration.': 'Баптаудағы `ruleFolders` жолын қараңыз.',
  'Check the path; quote globs so that the shell leaves them alone.':
    'Жолын тексеріңіз; shell ашып қоймауы үшін үлгіні тырнақшаға алыңыз.',
  'A label is a line of JSONL: {"id": "…", "turn": 1, "rule": "greeting/missing", "start": 0, "end": 5, "sure": true}.':
    'Белгі – JSONL файлының бір жолы: {"id": "…", "turn": 1, "rule": "greeting/missing", "start": 0, "end": 5, "sure": true}.',
  'Write utf-8, utf-16le, utf-16be, gb18030, big5 or another name of the WHATWG list.':
    'utf-8, utf-16le, utf-16be, gb18030, big5 не WHATWG тізіміндегі басқа атауды жазыңыз.',

  '{1}: no such file.': '{1}: мұндай файл жоқ.',
  '{1}: no such file for this glob.': '{1}: бұл үлгіге сай файл жоқ.',
  '{1}: no such configuration.': '{1}: мұндай баптау файлы жоқ.',
  '{1}: no such folder of rules.': '{1}: мұндай ережелер қалтасы жоқ.',
  '{1}: there is no such rule.': '{1}: мұндай ереже жоқ.',
  '{1} {2}: there is no such rule.': '{1} {2}: мұндай ереже жоқ.',
  'there is no rule “{1}”.': '«{1}» деген ереже жоқ.',
  'there is no format “{1}”.': '«{1}» деген пішім жоқ.',
  'there is no encoding “{1}”.': '«{1}» деген кодтау жоқ.',
  'there is no preset “{1}”.': '«{1}» деген жинақ жоқ.',
  'there is no canned reply in {1}.': '{1} ішінде үлгі жауап жоқ.',
  'the library {1}: <2>.': '{1} үлгілері: <2>.',
  '--context {1}: <2>.': '--context {1}: <2>.',
  '--context {1}: the file is empty.': '--context {1}: файл бос.',
  '--context {1}: the file holds no conversation.': '--context {1}: файлда сөйлесу жоқ.',
  '--context {1}: the file holds no conversation whose agent is known ({2}); name the agent with --agent.':
    '--context {1}: сөйлесуде қызметкердің кім екені белгісіз ({2}); оны --agent арқылы көрсетіңіз.',
  '--labels {1}: no label there.': '--labels {1}: онда белгі жоқ.',
  '--fact {1}: write name=value.': '--fact {1}: «атауы=мәні» түрінде жазыңыз.',
  '--fact {1}: <2>.': '--fact {1}: <2>.',
  '--rule {1}: write id=severity, the severity being error, warning, info or off.':
    '--rule {1}: «ереже=маңыздылық» түрінде жазыңыз; маңыздылығы error, warning, info не off.',

  'a configuration is one YAML document.': 'баптау бір ғана YAML құжаты болуы керек.',
  '“{1}” does not speak after a wait.': '«{1}» күткеннен кейін тексеретін ереже емес.',
  '“{1}” does not use “{2}”.': '«{1}» ережесі «{2}» тетігін қолданбайды.',
  'It has a severity and channels only.': 'Оның тек маңыздылығы мен арналары бапталады.',
  'It has: {1}.': 'Бапталатыны: {1}.',
  'unknown key “{1}”.': '«{1}» деген кілт белгісіз.',
  'the key “{1}” is missing.': '«{1}» кілті жетіспейді.',
  '<1> is “{2}”.': '<1> мәні: «{2}».',
  '<1> should be <2>, not <3>.': '<1>: мұнда <2> болуы керек, <3> емес.',
  '“{1}”: <2>.': '«{1}»: <2>.',
  'the file: <1>.': 'файл: <1>.',
  'the file': 'файл',
  'something else': 'басқа мән',
  'keys and values': 'кілттер мен мәндер',
  'a list': 'тізім',
  text: 'мәтін',
  nothing: 'бос мән',
  boolean: 'true не false',
  number: 'сан',
  null: 'бос мән',
  ' or ': ' не ',
  ', ': ', ',
  'write {1} or {2}': '{1} не {2} деп жазыңыз',
  'write {1} or {2} or {3}': '{1}, {2} не {3} деп жазыңыз',
  'write true or false': 'true не false деп жазыңыз',
  'write a whole number': 'бүтін сан жазыңыз',
  'write 0 or more': '0 не одан үлкен сан жазыңыз',
  'write a number and a unit: 20 s, 2 min': 'сан мен өлшем бірлігін жазыңыз: 20 s, 2 min',
  'write a number and a unit: 90 s, 2 min, 24 h, 3 days': 'сан мен өлшем бірлігін жазыңыз: 90 s, 2 min, 24 h, 3 days',
  'write a time: 2026-05-01T21:25:00+05:00, 21:25': 'уақытты жазыңыз: 2026-05-01T21:25:00+05:00, 21:25',
  'write a time of the day: "08:00"': 'тәулік уақытын жазыңыз: "08:00"',
  'write a time zone: Asia/Almaty, +05:00': 'уақыт белдеуін жазыңыз: Asia/Almaty, +05:00',
  'write a time zone: Asia/Almaty, +05:00, or same': 'уақыт белдеуін жазыңыз: Asia/Almaty, +05:00 не same',
  'write hours: 09:00-18:00, or several: 09:00-13:00, 14:00-18:00':
    'сағаттарды жазыңыз: 09:00-18:00 не бірнешеуін: 09:00-13:00, 14:00-18:00',
  'name days: mon, sat-sun, "mon, wed"': 'күндерді жазыңыз: mon, sat-sun, "mon, wed"',
  'write a language such as en, zh, zh-Hant or kk': 'en, zh, zh-Hant, kk сияқты тіл кодын жазыңыз',
  'write both “start” and “end”, the end not before the start':
    '«start» пен «end» екеуін де жазыңыз, соңы басынан бұрын болмасын',
  'write category/name in small letters and hyphens': '«санат/атау» түрінде кіші әріппен, сызықшамен жазыңыз',
  'write a row of the catalogue such as 0-18': 'каталог жолын 0-18 түрінде жазыңыз',
  'a figure goes by presets, channels and languages: default, strict, email, zh, "chat zh"':
    'сан жинақ, арна және тіл бойынша беріледі: default, strict, email, zh, "chat zh"',
  'name a place such as {1}': 'орынды көрсетіңіз, мысалы {1}',
  'two rules are called “{1}”.': '«{1}» деген екі ереже бар.',
  '“{1}” has no examples.': '«{1}» ережесінің мысалдары жоқ.',
  '“{1}” says neither forbid, require nor limit.': '«{1}» ережесінде forbid, require, limit сөздерінің ешқайсысы жоқ.',
  '“{1}” says {2}; a rule has one verb.': '«{1}» ережесінде {2} бар; ережеде біреуі ғана болады.',
  'a rule requires phrases or what one mechanism asks for, not both.':
    'ереже не тіркестерді, не бір тетікті талап етеді, екеуін бірге емес.',
  '“{1}” compares the entries of a library.': '«{1}» үлгі жауаптарды бір-бірімен салыстырады.',
  'Say “in: library”.': '«in: library» деп жазыңыз.',
  'a rule looks at a whole library or at places in it, not at both.':
    'ереже не бүкіл үлгілер жинағын, не ондағы орындарды қарайды, екеуін бірге емес.',
  'a library has no occasions.': 'үлгілер жинағында себеп болатын оқиға болмайды.',
  'Leave out “after”.': '«after» жолын алып тастаңыз.',
  'after an occasion a rule looks at one place.': 'себеп болатын оқиғасы бар ереже бір ғана орынды қарайды.',
  'a rule cannot look at “{1}”.': 'ереже «{1}» орнын қарай алмайды.',
  'a condition cannot look at “{1}”.': 'шарт «{1}» орнын қарай алмайды.',
  'It can look at: {1}.': 'Қарай алатыны: {1}.',
  '“{1}” needs an occasion: after: {customer says: "@complaint"}.':
    '«{1}» үшін себеп болатын оқиға керек: after: {customer says: "@complaint"}.',
  '“{1}” is no place of a rule.': '«{1}» ереже қарайтын орын емес.',
  'Say “first reply” or “each message”.': '«first reply» не «each message» деп жазыңыз.',
  'an occasion needs a place beside it.': 'себеп болатын оқиғаның қасында орын көрсетілуі керек.',
  'Say “next reply”, “next agent message” or “first reply”.':
    '«next reply», «next agent message» не «first reply» деп жазыңыз.',
  '“after” takes one of: customer says, agent says, customer waits.':
    '«after» ішінде біреуі ғана болады: customer says, agent says, customer waits.',
  'a condition says where and what ({in: same reply, has: "@apology"}), {there is: PLACE}, {waited less than: 5 s}, a fact ({direction: outbound}), or channels.':
    'шартта орны мен мазмұны ({in: same reply, has: "@apology"}), {there is: PLACE}, {waited less than: 5 s}, байланыс мәліметі ({direction: outbound}) не арналар жазылады.',
  'no names are told by “{1}”.': '«{1}» арқылы атаулар берілмейді.',
  'A rule can need: {1}.': 'Ереже мыналарды талап ете алады: {1}.',
  'the lexicon has no concept “@{1}”.': 'сөздікте «@{1}» деген ұғым жоқ.',
  'there is no detector <{1}>.': '<{1}> деген анықтағыш жоқ.',

  'in the phrase “{1}”: <2>.': '«{1}» тіркесінде қате бар: <2>.',
  'a phrase takes {1} characters at most': 'тіркес ең көбі {1} таңбадан тұрады',
  'the phrase is empty': 'тіркес бос',
  'every part of the phrase is optional, so it would match everywhere':
    'тіркестің барлық бөлігі міндетті емес, сондықтан кез келген жерге сай келеді',
  'the phrase needs at least one word that is always there': 'тіркесте әрдайым тұратын кемінде бір сөз болуы керек',
  '“{1}” closes nothing; write \\{2} for the sign itself':
    '«{1}» ештеңені жаппайды; таңбаның өзі керек болса, \\{2} жазыңыз',
  '“>” closes nothing; write \\> for the sign itself': '«>» ештеңені жаппайды; таңбаның өзі керек болса, \\> жазыңыз',
  '“<” is never closed; write \\< for the sign itself': '«<» жабылмаған; таңбаның өзі керек болса, \\< жазыңыз',
  '“{1}” is never closed': '«{1}» жабылмаған',
  '“|” stands outside of brackets; write (a|b)': '«|» жақша ішінде тұруы керек: (a|b)',
  '“~” needs a word before it': '«~» алдында сөз болуы керек',
  '“~” must end a word': '«~» сөз соңында тұруы керек',
  'brackets stand more than {1} deep': 'жақшалар {1} қабаттан асады',
  'an alternative is empty; put optional words in [ ]': 'бір нұсқа бос; міндетті емес сөздерді [ ] ішіне жазыңыз',
  '“<{1}>” is no name of a detector': '«<{1}>» анықтағыш атауы емес',
  '“...” needs the most words that may stand there: ...3': '«...» қасында ең көп сөз саны жазылады: ...3',
  'a gap takes 1 to {1} words': 'аралыққа 1–{1} сөз жазуға болады',
  '“\\” at the end of the phrase escapes nothing': 'тіркес соңындағы «\\» ештеңеге қатысты емес',

  '.': '.',
  'it is larger than {1} MB; write it as JSONL, one conversation a line, or as CSV':
    'көлемі {1} МБ-тан асады; оны JSONL (әр жолда бір сөйлесу) не CSV түрінде сақтаңыз',
  'the workbook is larger than {1} MB; save it as CSV': 'кесте файлы {1} МБ-тан асады; CSV түрінде сақтаңыз',
  'it has too many cells': 'ұяшықтар тым көп',
  'it is no {1} text': 'бұл {1} мәтіні емес',
  'it is neither UTF-8, UTF-16, GB18030 nor Big5 text; name its encoding with --encoding':
    'бұл UTF-8, UTF-16, GB18030 не Big5 мәтіні емес; кодталуын --encoding арқылы көрсетіңіз',
  'EACCES: permission denied, {1}': 'оқуға рұқсат жоқ',
  'a quote is never closed, or a row is too long': 'тырнақша жабылмаған не жол тым ұзын',
  'the row has {1} cells, the header has {2}': 'жолда {1} ұяшық, тақырып жолында {2} ұяшық бар',
  'a line is no message': 'бір жол хабарлама емес',
  'the rows of one conversation are longer than {1} million characters':
    'бір сөйлесудің жолдары {1} миллион таңбадан асады',
  'no JSON: <1>': 'JSON қатесі: <1>',
  'invalid symbol': 'жарамсыз белгі',
  'invalid number format': 'сан қате жазылған',
  'property name expected': 'мұнда кілт атауы болуы керек',
  'value expected': 'мұнда мән болуы керек',
  'colon expected': 'мұнда қос нүкте болуы керек',
  'comma expected': 'мұнда үтір болуы керек',
  'close brace expected': 'ирек жақша жабылмаған',
  'close bracket expected': 'тік жақша жабылмаған',
  'end of file expected': 'мұнда файл аяқталуы керек',
  'unexpected end of string': 'жол мәні аяқталмаған',
  'unexpected end of number': 'сан толық емес',
  'invalid unicode': 'Unicode жазуы жарамсыз',
  'invalid escape character': 'жарамсыз қашыртқы таңба',
  'invalid character': 'жарамсыз таңба',
  'invalid comment token': 'JSON ішінде түсініктеме болмайды',
  'no YAML: <1>': 'YAML қатесі: <1>',
  'no document': 'мазмұны жоқ',
  'several documents in one file': 'бір файлда бірнеше құжат бар',
  'nested more than {1} deep': 'қабаттар саны {1}-ден асады',
  'the key {1} comes twice': '{1} кілті екі рет кездеседі',
  '*{1} stands for nothing above it': '*{1} алдында оған сай белгі жоқ',
  '*{1} stands for what it is a part of': '*{1} өзін қамтитын бөлікті көрсетеді',
  'the aliases up to *{1} stand for too much': '*{1} дейінгі сілтемелер тым үлкен мәнге айналады',
  'Map keys must be unique': 'кілттер қайталанбауы керек',
  'All sequence items must start at the same column': 'тізім элементтері бір бағаннан басталуы керек',
  'Nested mappings are not allowed in compact mappings':
    'бір жолда қабатталған кілт болмайды; мәнде қос нүкте болса, тырнақшаға алыңыз',
  'Implicit keys need to be on a single line': 'кілт бір жолда жазылуы керек',
  'Implicit map keys need to be followed by map values': 'кілттен кейін қос нүкте мен мән болуы керек',
  'Missing closing "quote': 'жабатын " тырнақшасы жоқ',
  "Missing closing 'quote": "жабатын ' тырнақшасы жоқ",
  'Tabs are not allowed as indentation': 'шегініс үшін табуляция қолданылмайды',
  'Invalid escape sequence {1}': 'жарамсыз қашыртқы {1}',
  'Plain value cannot start with {1}': 'мән {1} таңбасынан басталмайды; тырнақшаға алыңыз',
  'Unresolved alias (the anchor must be set before the alias): {1}': '{1} сілтемесінің алдында оған сай белгі жоқ',
  'Unexpected {1} at node end': 'мұнда {1} болмауы керек',
  'Unexpected {1} in {2}': '{2} ішінде {1} болмауы керек',
  'the words begin or end inside one character': 'сөздер бір таңбаның ортасынан басталады не аяқталады',

  'the configuration, instead of the nearest replylint.config.*': 'баптау файлы, ең жақын replylint.config.* орнына',
  'how to report: {1}; with a file, there instead of here (repeatable)':
    'нәтиже пішімі: {1}; файл аты берілсе, соған жазылады (қайталауға болады)',
  pretty: 'pretty',
  'mend what can be mended safely, in the files; --fix=unsafe also what should be read after':
    'қауіпсіз түзетуге болатынын файлдарда түзету; --fix=unsafe кейін оқып шығу керегін де түзетеді',
  'show what --fix would change, and change nothing; exit code 1 where there is anything':
    '--fix нені өзгертетінін көрсету, бірақ өзгертпеу; өзгеріс болса, шығу коды 1',
  'only files that differ from a commit or branch (default: the last commit): staged, unstaged, untracked':
    'тек коммиттен не тармақтан (әдепкі: соңғы коммит) өзгеше файлдар: дайындалған, дайындалмаған, бақыланбайтын',
  'read also what .gitignore and .replylintignore keep out':
    '.gitignore мен .replylintignore шығарып тастаған файлдарды да оқу',
  'keep files out even where they are named, as hooks name them':
    'файл тікелей аталса да (хуктар сияқты) шығарып тастау',
  'do not mind a path or glob without a file': 'жолға не үлгіге сай файл болмаса, қате демеу',
  'only what was said from this day or time on: 2026-05-01, 2026-05-01T09:00':
    'тек осы күннен не уақыттан бері айтылғаны: 2026-05-01, 2026-05-01T09:00',
  'only what was said until this day, to its end, or until this time':
    'тек осы күнге дейін (сол күнді қоса) не осы уақытқа дейін айтылғаны',
  'only what this agent said; * is any run of characters (repeatable)':
    'тек осы қызметкер айтқаны; * кез келген таңбаларды білдіреді (қайталауға болады)',
  'put findings under headings with their numbers': 'ескертулерді топтап, әр топтың санын көрсету',
  "mask customers' words and personal data in every output":
    'барлық нәтижеде тұтынушының сөзі мен жеке деректерін жасыру',
  'show no bar while a long run is under way': 'ұзақ тексеруде барысын көрсетпеу',
  'Write a day or a time: 2026-05-01, 2026-05-01T09:00, 2026-05-01T09:00+05:00.':
    'Күнді не уақытты жазыңыз: 2026-05-01, 2026-05-01T09:00, 2026-05-01T09:00+05:00.',
  'known findings that do not count, instead of those that the configuration names':
    'есепке алынбайтын белгілі ескертулер файлы, баптаудағының орнына',
  'count known findings too': 'белгілі ескертулерді де есептеу',
  'let no directive in a file silence anything': 'файлдағы нұсқаулар ештеңені өшірмейді',
  'lint again what changes, until Ctrl-C': 'өзгерген файлды Ctrl-C басылғанша қайта тексеру',
  'only a sample of the conversations, drafts and libraries, such as 10%; always the same one':
    'сөйлесулердің, жобалар мен үлгілердің бір бөлігі ғана, мысалы 10%; әрдайым бірдей',
  'draw another sample': 'басқа іріктеме алу',
  'pass over files in which nothing was found before and nothing has changed':
    'бұрын ескерту болмаған, өзгермеген файлдарды өткізіп жіберу',
  'where that is remembered (default: .replylint-cache)': 'кэш сақталатын орын (әдепкі: .replylint-cache)',
  'say at the end how long parts, formats and rules took':
    'соңында бөліктердің, пішімдер мен ережелердің қанша уақыт алғанын айту',
  'print what holds for a file, and where each value comes from':
    'файлға қандай баптау қолданылатынын, әр мәннің қайдан келгенін көрсету',
  'the file; it need not be there': 'файл; болуы міндетті емес',
  'run the examples of rules, and show how findings differ from what they expect':
    'ережелердің мысалдарын тексеріп, нәтижесі күтілгеннен қалай өзгеше екенін көрсету',
  'fail rules that no example makes fire, and list phrases that no example reaches':
    'мысалы іске қоспайтын ереже қате саналады, мысал жетпеген тіркестер көрсетіледі',
  'folders of rules, ids, or greeting/*; the rule folders of the configuration if absent':
    'ережелер қалтасы, ереже атаулары не greeting/*; көрсетілмесе, баптаудағы қалталар',
  'Exit codes: 0 all examples agree; 1 some do not; 2 the rules or the set-up are wrong.':
    'Шығу кодтары: 0 – барлық мысал сәйкес; 1 – сәйкес емесі бар; 2 – ережелер не баптау қате.',
  'write a new rule with examples, ready to run and to be changed':
    'мысалдары бар жаңа ереже жазу: бірден іске қосып, өзгертуге болады',
  'what to write': 'не жазу керек',
  'its id: category/name': 'атауы: санат/атау',
  'languages of its examples: en, zh, kk (repeatable)': 'мысалдарының тілі: en, zh, kk (қайталауға болады)',
  'the configuration’s or the reader’s': 'баптаудың не оқитын адамның тілі',
  'the folder of rules, instead of the first of the configuration': 'ережелер қалтасы, баптаудағы біріншінің орнына',
  'write down what is found, so that only new findings are reported from then on':
    'табылғанын жазып алу: бұдан кейін тек жаңа ескертулер көрсетіледі',
  'take out what is no longer found, and add nothing': 'енді табылмайтынын ғана алып тастау, ештеңе қоспау',
  'write nothing; exit code 1 where entries are no longer found': 'ештеңе жазбау; табылмайтын жазба болса, шығу коды 1',
  'the baseline, instead of that which the configuration names': 'базалық файл, баптаудағының орнына',
  'The baseline is that of --baseline or of the configuration, else .replylint-baseline.json. What it knows of files that are not named stays.':
    'Базалық файл --baseline не баптаудан алынады, әйтпесе .replylint-baseline.json. Аталмаған файлдар туралы жазбалар қалады.',
  'Make it with `replylint baseline`.': 'Оны `replylint baseline` арқылы жасаңыз.',
  'Set REPLYLINT_KEY as it was then, or remove the file and make it anew with `replylint baseline`.':
    'REPLYLINT_KEY мәнін сол кездегідей қойыңыз не файлды өшіріп, `replylint baseline` арқылы қайта жасаңыз.',
  'the baseline was made with another key.': 'базалық файл басқа кілтпен жасалған.',
  'the baseline is no JSON.': 'базалық файл дұрыс JSON емес.',
  'It has marks of a merge: keep the entries of both sides.':
    'Файлда біріктіру белгілері бар: екі жақтың да жазбаларын қалдырыңыз.',
  'Make it anew with `replylint baseline`.': 'Оны `replylint baseline` арқылы қайта жасаңыз.',
  'this is no baseline of replylint.': 'бұл — replylint базалық файлы емес.',
  'the baseline has version {1}; this program reads {2}.':
    'базалық файлдың нұсқасы — {1}, ал бағдарлама {2} нұсқасын ғана оқиды.',
  'entry {1} of the baseline is no entry.': 'базалық файлдың {1}-жазбасы қате жазылған.',
  'entry {1} of the baseline lacks its path, rule or fingerprint.':
    'базалық файлдың {1}-жазбасында path, rule не fingerprint жоқ.',
  'there is no baseline {1}.': '{1} деген базалық файл жоқ.',
  'the baseline {1}: <2>.': '{1} базалық файлы: <2>.',
  '--language {1}: there are examples in {2} only.': '--language {1}: мысалдар тек {2} тілдерінде бар.',
  'See `replylint explain {1}`.': '`replylint explain {1}` командасын қараңыз.',
  'Write category/name in small letters and hyphens.': '«санат/атау» түрінде кіші әріппен, сызықшамен жазыңыз.',
  'there is a rule “{1}” already.': '«{1}» деген ереже бар.',
  '“{1}” is no id of a rule.': '«{1}» ереже атауы бола алмайды.',
  '--format {1}: another report goes to {2}.': '--format {1}: {2} файлына басқа есеп жазылады.',
  '--format {1}: name the file after the colon.': '--format {1}: қос нүктеден кейін файл атын жазыңыз.',
  'Name a file for each, as in --format sarif:out/replylint.sarif.':
    'Әрқайсысына файл атын беріңіз, мысалы --format sarif:out/replylint.sarif.',
  'only one report can go to standard output.': 'стандартты шығысқа бір ғана есеп жазылады.',
  'the report {1} cannot be written: <2>.': '{1} есебін жазу мүмкін емес: <2>.',
  'Write a percentage above 0% and up to 100%, such as 10%.':
    '0%-дан үлкен, 100%-дан аспайтын пайыз жазыңыз, мысалы 10%.',
  'Name folders, ids or greeting/*, or write ruleFolders into the configuration.':
    'Қалтаны, ереже атауын не greeting/* көрсетіңіз, болмаса баптауға ruleFolders жазыңыз.',
  'there are no rules to test.': 'тексерілетін ереже жоқ.',
  'there is no folder and no rule “{1}”.': '«{1}» деген қалта да, ереже де жоқ.',
  '--watch: standard input cannot be watched.': '--watch: стандартты енгізуді бақылау мүмкін емес.',
  'say why': 'себебін жазыңыз',
  'there is no rule “{1}” that can be ignored.': 'елемеуге болатын «{1}» ережесі жоқ.',
  'the key “{1}” is there twice.': '«{1}» кілті екі рет кездеседі.',
  'this is no JSON: <1>.': 'JSON қатесі: <1>.',
  'channel and language show when a file is read, so that “channels” and “languages” can change “rules” only':
    'арна мен тіл файл оқылғанда ғана белгілі болады, сондықтан «channels» пен «languages» қасында тек «rules» тұра алады',
  'say what it is for: files, channels or languages': 'неге арналғанын жазыңыз: files, channels не languages',
  '{1} failed in the rule “{2}” on {3}: {4}.': '{1} «{2}» ережесінде {3} өңдеу кезінде қате берді: {4}.',
  '--changed {1}: git knows no such commit.': '--changed {1}: git мұндай коммитті білмейді.',
  '--changed: git could not tell what changed ({1}).': '--changed: git не өзгергенін айта алмады ({1}).',
  '--changed: the working directory lies in no repository of git ({1}).':
    '--changed: жұмыс қалтасы git репозиторийінде емес ({1}).',
  'Fetch it first; write the paths before --changed, or --changed=REF.':
    'Алдымен оны жүктеңіз; жолдарды --changed алдына не --changed=REF түрінде жазыңыз.',
  'Run replylint inside a repository.': 'replylint бағдарламасын репозиторий ішінде іске қосыңыз.',
  'Name another folder with --cache-location.': '--cache-location арқылы басқа қалтаны көрсетіңіз.',
  'the cache cannot be written: {1}.': 'кэшті жазу мүмкін емес: {1}.',
  'Install the package, or write a path from this file.': 'Пакетті орнатыңыз не осы файлдан бастап жолын жазыңыз.',
  'Looked at {1}.': 'Қаралғаны: {1}.',
  'configurations extend each other in a circle: {1}.': 'баптаулар бірін-бірі айналма түрде кеңейтеді: {1}.',
  'there is no plugin “{1}”.': '«{1}» деген плагин жоқ.',
  'there is no preset, package or file “{1}”.': '«{1}» деген жинақ, пакет не файл жоқ.',
  'does not exist': 'жоқ',
  'holds no configuration': 'онда баптау жоқ',
  'Keep one of them.': 'Біреуін ғана қалдырыңыз.',
  'no such configuration.': 'мұндай баптау файлы жоқ.',
  'there are {1} configurations in one folder: {2}.': 'бір қалтада {1} баптау файлы бар: {2}.',
  'Check the path.': 'Жолын тексеріңіз.',
  'It is searched for files that end in {1}.': 'Мына жалғаумен аяқталатын файлдар ізделеді: {1}.',
  'Name a file by itself, write --no-ignore, or change .gitignore or .replylintignore.':
    'Файлды жеке атаңыз, --no-ignore жазыңыз не .gitignore, .replylintignore файлын өзгертіңіз.',
  '{1}: all its files are ignored.': '{1}: ондағы файлдардың бәрі еленбейді.',
  '{1}: no file to lint in this folder.': '{1}: бұл қалтада тексерілетін файл жоқ.',
  'Write “export default …”.': '«export default …» деп жазыңыз.',
  'it cannot be loaded: {1}.': 'оны жүктеу мүмкін емес: {1}.',
  'it cannot be read: {1}.': 'оны оқу мүмкін емес: {1}.',
  'it has no default export.': 'әдепкі экспорты жоқ.',
  '{1}: no such module.': '{1}: мұндай модуль жоқ.',
  'It is left as it is.': 'Ол өзгеріссіз қалады.',
  'there is such a file already.': 'мұндай файл бар.',
  'A plugin is a module: .ts, .mts, .js, .mjs.': 'Плагин – модуль: .ts, .mts, .js, .mjs.',
  '{1} is no plugin.': '{1} плагин емес.',
  'Give it a name of its own.': 'Оған өзгеше атау беріңіз.',
  'there is another of the {1} called “{2}”.': '{1} арасында «{2}» деген тағы біреуі бар.',
  'write small letters and hyphens': 'кіші әріп пен сызықша жазыңыз',
  'the words, or others in the file, would be read as a directive':
    'бұл сөздер не файлдағы басқа сөздер нұсқау ретінде оқылады',
  '--diff shows whole lines, in which nothing is masked.': '--diff бүкіл жолдарды көрсетеді, онда ештеңе жасырылмайды.',
  'Leave out --redact or --diff.': '--redact не --diff параметрін алып тастаңыз.',
  '--sample draws what is reported, and fixes are made in whole files.':
    '--sample тек есепке кіретінді таңдайды, ал түзетулер бүкіл файлда жасалады.',
  'Leave out --sample, or --fix and --diff.':
    '--sample параметрін немесе --fix пен --diff параметрлерін алып тастаңыз.',
  'Change it, or remove it first.': 'Оны өзгертіңіз немесе алдымен жойыңыз.',
  'Write --force to replace it.': 'Ауыстыру үшін --force жазыңыз.',
  'there is no terminal to ask at: write {1}, or --yes for the usual.':
    'сұрайтын терминал жоқ: {1} жазыңыз немесе әдеттегі баптаулар үшін --yes жазыңыз.',
  '{1} configures replylint already.': '{1} — replylint баптауы бұрыннан бар.',
  '{1}: already there.': '{1}: файл бұрыннан бар.',
  'it cannot be written: {1}.': 'жазу мүмкін емес: {1}.',
  'ask nothing: chat, any language, no help desk and no CI but for what other flags say':
    'ештеңе сұрамау: басқа жалаушалар айтпаса, чат, кез келген тіл, жүйесіз және CI-сыз',
  'print what a shell needs to complete commands, options, their values and rules':
    'қабықшаға командаларды, жалаушаларды, олардың мәндерін және ережелерді толықтыратын скрипт шығару',
  'replace files that are there': 'бар файлдарды ауыстыру',
  'the CI system to write a file for': 'файл жазылатын CI жүйесі',
  'the help desk that fills in the slots of your canned replies': 'үлгі жауаптардағы орындарды толтыратын жүйе',
  'the languages that they write: en, zh, zh-Hant, kk (repeatable)':
    'олар жазатын тілдер: en, zh, zh-Hant, kk (қайталауға болады)',
  'the shell': 'қабықша',
  'treat named files like found ones, as hooks want: leave out what is ignored or holds nothing to lint':
    'аталған файлдарды табылған файлдай қарау (хуктар үшін): еленбейтін не тексеретін ештеңесі жоқ файлдарды қалдырып кету',
  'where your agents write most': 'қызметкерлер көбіне жауап беретін арна',
  'words of a command line after --, to complete the last of them':
    '-- таңбасынан кейінгі сөздер; соңғысы толықтырылады',
  'write a configuration, and a file for CI, to begin with': 'бастапқы баптау мен CI файлын жазу',
} as const satisfies Readonly<Record<keyof typeof zh, string>>;
