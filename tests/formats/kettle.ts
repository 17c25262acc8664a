import type { Role } from '../../src/core/conversation.ts';

/** The invented conversation and library that `fixtures/formats/` holds in every format and three languages. */
export interface Kettle {
  readonly names: Readonly<Record<'agent' | 'customer', string>>;
  readonly texts: readonly string[];
  /** Where it is written in mails. */
  readonly subject: string;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly body: string }[];
  /** What the file for AI assistants says to the model. */
  readonly system: string;
}

export const ROLES: readonly Role[] = ['customer', 'agent', 'customer', 'agent', 'customer', 'agent'];

export const CLOCKS = ['10:20:26', '10:21:02', '10:21:40', '10:23:15', '10:24:00', '10:24:30'];

/** When each stops, where the file says so. */
export const ENDS = ['10:20:30', '10:21:10', '10:21:46', '10:23:19', '10:24:02', '10:24:33'];

/** Where the call is passed on to, where the file says so. */
export const DESKS: Readonly<Record<string, readonly string[]>> = {
  en: ['stock', 'finance'],
  zh: ['仓库', '财务'],
  kk: ['қойма', 'қаржы'],
};

export const KETTLES: Readonly<Record<string, Kettle>> = {
  en: {
    names: { agent: 'Ben', customer: 'Aida' },
    subject: 'A kettle with a crack: "blue"',
    texts: [
      'Hi! My kettle arrived with a crack :(',
      "Hello Aida, I'm sorry about the kettle. 😊\nCould you send me the order number?",
      'It\'s 48-1170, the "blue" one from C:\\shop.',
      'Thank you. A new one leaves today: our cafe\u0301 team packs it.',
      'Great\u200b 👍🏽',
      "You're welcome! Is there anything else I can do?",
    ],
    entries: [
      { id: 'greeting', title: 'Hello and welcome', body: 'Hello {{name}}, welcome!  How can I help you today?' },
      {
        id: 'sorry',
        title: 'Broken on arrival: "sorry"',
        body: "I'm sorry that it's broken. 😊\nPlease send the order number,\nand a photo.\n\nBest wishes",
      },
      { id: 'closing', title: 'Closing', body: "Thank you for writing: we're here until 9 pm. Bye\u200b 👋🏽" },
    ],
    system: 'Be polite.',
  },
  zh: {
    names: { agent: '小敏', customer: '小王' },
    subject: '水壶有裂缝：“蓝色”的那个',
    texts: [
      '在吗？水壶到货就有裂缝。',
      '您好，小王，非常抱歉给您添麻烦了😊\n请把订单号发给我好吗？',
      '48-1170，“蓝色”的那个，在C:\\shop买的。',
      '谢谢您。新的今天寄出：由𠮷田仓库发货。',
      '太好了\u200b👍🏽',
      '不客气！请问还有什么可以帮您？',
    ],
    entries: [
      { id: 'greeting', title: '欢迎语', body: '您好{{name}}，欢迎光临！请问有什么可以帮您？' },
      {
        id: 'sorry',
        title: '到货破损：“抱歉”',
        body: '非常抱歉，商品破损给您添麻烦了😊\n请把订单号发给我，\n再拍一张照片。\n\n谢谢',
      },
      { id: 'closing', title: '结束语', body: '感谢您的咨询，我们每天服务到21:00，𠮷祥如意\u200b👋🏽' },
    ],
    system: '请保持礼貌。',
  },
  kk: {
    names: { agent: 'Айгүл', customer: 'Айдана' },
    subject: 'Шәйнек жарылып келді: «көк»',
    texts: [
      'Сәлеметсіз бе! Шәйнек жарылып келді.',
      'Сәлеметсіз бе, Аи\u0306дана! Кешіріңіз. 😊\nТапсырыс нөмірін жібересіз бе?',
      '48-1170, «көк» түсі, C:\\shop дүкенінен.',
      'Рақмет. Жаңасы бүгін жіберіледі: қои\u0306ма дайындап жатыр.',
      'Тамаша\u200b 👍🏽',
      'Оқасы жоқ! Тағы көмек керек пе?',
    ],
    entries: [
      { id: 'greeting', title: 'Сәлемдесу', body: 'Сәлеметсіз бе, {{name}}! Қандай көмек керек?' },
      {
        id: 'sorry',
        title: 'Сынып келді: «кешіріңіз»',
        body: 'Сынып келгені үшін кешіріңіз. 😊\nТапсырыс нөмірін,\nсуретін жіберіңіз.\n\nІзгі тілекпен',
      },
      {
        id: 'closing',
        title: 'Қоштасу',
        body: 'Хабарласқаныңызға рақмет: сағат 21:00-ге деи\u0306ін осындамыз\u200b 👋🏽',
      },
    ],
    system: 'Сыпайы болыңыз.',
  },
};
