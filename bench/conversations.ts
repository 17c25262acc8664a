import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/**
 * A file of invented conversations in English, Chinese and Kazakh, one a line, of about the size asked for.
 * The same seed gives the same bytes. Most replies are clean, as in a team that has used the tool for a while.
 */
export async function writeConversations(path: string, megabytes: number, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const file = createWriteStream(path);
  let written = 0;
  for (let number = 0; written < megabytes * 1_000_000; number++) {
    const talk = pick(TALKS);
    let at = Date.UTC(2026, 0, 1) + number * 60_000;
    const turns: object[] = [];
    const say = (role: string, text: string, seconds: number) => {
      at += seconds * 1000;
      turns.push({ role, at: new Date(at).toISOString().replace('.000', ''), text });
    };
    say('customer', pick(talk.opening), 0);
    say('agent', pick(talk.greeting), 10 + random() * 40);
    for (let turn = 2 + Math.floor(random() * 8); turn > 0; turn--) {
      say('customer', pick(talk.customer), 20 + random() * 60);
      say(
        'agent',
        random() < 0.03 ? pick(talk.careless) : `${pick(talk.agent)} ${pick(talk.agent)}`,
        10 + random() * 60,
      );
    }
    say('customer', pick(talk.farewell), 20);
    say('agent', pick(talk.closing), 10);
    const line = `${JSON.stringify({ id: `made-${number}`, lang: talk.language, channel: 'chat', turns })}\n`;
    written += Buffer.byteLength(line);
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

interface Talk {
  readonly language: string;
  readonly opening: readonly string[];
  readonly greeting: readonly string[];
  readonly customer: readonly string[];
  readonly agent: readonly string[];
  readonly careless: readonly string[];
  readonly farewell: readonly string[];
  readonly closing: readonly string[];
}

const TALKS: readonly Talk[] = [
  {
    language: 'en',
    opening: [
      'Hi, is the blue kettle still in stock?',
      'Hello, I would like to change the address of my order.',
      'Good morning, which plan includes roaming?',
    ],
    greeting: [
      'Hello, this is Ann from Aurora, thank you for writing. How can I help?',
      'Good morning, my name is Bo. Let me look into that for you.',
    ],
    customer: [
      'It is order 20417.',
      'I ordered it on Monday and paid by card.',
      'Does it come in a larger size as well?',
      'That sounds fine to me.',
      'What would it cost to send it to Almaty?',
    ],
    agent: [
      'The kettle is in stock and leaves the warehouse tomorrow.',
      'I have changed the address to the one on your account.',
      'The larger size costs 4 euros more and weighs about 900 g.',
      'You will receive a message with the tracking number by 6 pm.',
      'May I ask for the last four digits of the order number?',
    ],
    careless: [
      "We'll get back to you soon.",
      'lol, it is what it is',
      'PLEASE CHECK THE THE FORM!!',
      "I don't know, not my problem.",
      'I guarantee it will arrive.',
    ],
    farewell: ['Great, thank you, bye!', "That's all, thanks."],
    closing: ['Thank you for contacting us. Have a lovely day!', "You're welcome. Goodbye!"],
  },
  {
    language: 'zh',
    opening: ['您好，请问这款水壶还有货吗？', '在吗？我想改一下收货地址', '請問這個方案包含漫遊嗎？'],
    greeting: ['您好，我是客服小岚，很高兴为您服务。', '您好，工号118，請問有什麼可以幫您？'],
    customer: ['订单号是20417', '我周一下的单，用银行卡付的款', '有大一号的吗？', '好的可以', '寄到阿拉木图要多少钱？'],
    agent: [
      '这款有货，明天从仓库发出。',
      '地址已经按您的账户信息修改好了。',
      '大一号的贵二十元，重量约九百克。',
      '今天18点前您会收到物流单号。',
      '麻煩您提供訂單號的後四位，好嗎？',
    ],
    careless: ['核实后尽快回复您。', '呵呵，这个没办法', '你的的地址写错了！！', '不归我管', '保证明天一定到'],
    farewell: ['好的，谢谢，再见', '没有别的问题了，谢谢'],
    closing: ['感谢您的咨询，祝您生活愉快，再见！', '不客气，欢迎再次光临！'],
  },
  {
    language: 'kk',
    opening: ['Сәлеметсіз бе, көк шәйнек қоймада бар ма?', 'Сәлем, тапсырыстың мекенжайын өзгертейін деп едім.'],
    greeting: [
      'Сәлеметсіз бе, менің атым Дана, тыңдап тұрмын.',
      'Қайырлы күн! Мен Асель боламын, қандай сұрағыңыз бар?',
    ],
    customer: [
      'Тапсырыс нөмірі 20417.',
      'Дүйсенбіде тапсырыс беріп, картамен төледім.',
      'Үлкенірегі бар ма?',
      'Жарайды, болады.',
      'Алматыға жеткізу қанша тұрады?',
    ],
    agent: [
      'Шәйнек қоймада бар, ертең жөнелтіледі.',
      'Мекенжайыңызды өзгерттік.',
      'Үлкенірегі мың теңгеге қымбат, салмағы 900 г шамасында.',
      'Бүгін сағат 18:00-ге дейін хабарлама келеді.',
    ],
    careless: ['Жақында хабарласамыз.', 'Ну, короче, солай ғой.', 'Сенің тапсырысың жолда.', 'Бұл менің шаруам емес.'],
    farewell: ['Рақмет, сау болыңыз!', 'Болды, рақмет.'],
    closing: ['Хабарласқаныңызға рақмет, сау болыңыз!', 'Оқасы жоқ, күніңіз сәтті өтсін!'],
  },
];

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
