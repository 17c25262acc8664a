import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

/**
 * Writes a mailbox file of invented mails, to see that memory does not grow with it:
 * `npx esbuild bench/mbox.ts --bundle --platform=node --format=esm | node --input-type=module - FILE MEGABYTES`,
 * then `/usr/bin/time -v node dist/bin.js --format json FILE`. Answers come some hundred mails behind what they answer,
 * so that threads are interleaved as in a busy mailbox; every fifth mail carries a file.
 */
const [path, megabytes] = process.argv.slice(-2);
if (path === undefined || !(Number(megabytes) > 0)) throw new Error('mbox.ts FILE MEGABYTES');

const SAID = [
  'Hello, my parcel has not come yet. Could you look where it is?',
  "Hello, I'm sorry for the wait. It left today and comes on Friday. Is there anything else I can do?",
  '您好，我的包裹还没有到，请帮我查一下好吗？',
  '您好，非常抱歉让您久等了，包裹今天已经寄出，请问还有什么可以帮您？',
  'Сәлеметсіз бе! Сәлемдемем әлі келген жоқ, тексеріп бере аласыз ба?',
  'Сәлеметсіз бе! Күттіргенім үшін кешіріңіз, ол бүгін жіберілді. Тағы көмек керек пе?',
] as const;
const FILE = `${Buffer.alloc(57, 7).toString('base64')}\r\n`.repeat(200);
/** How many mails lie between a mail and its answer. */
const DISTANCE = 300;

const out = createWriteStream(path);
let written = 0;
for (let number = 0; written < Number(megabytes) * 1e6; number++) {
  const mail = mailNumbered(number);
  written += mail.length;
  if (!out.write(mail)) await once(out, 'drain');
}
out.end();
await once(out, 'finish');

function mailNumbered(number: number): Buffer {
  const isAnswer = number >= DISTANCE && Math.floor(number / DISTANCE) % 2 === 1;
  const said = SAID[((number % 3) * 2 + (isAnswer ? 1 : 0)) as 0];
  const thread = isAnswer ? number - DISTANCE : number;
  const [from, to] = isAnswer
    ? ['care@shop.example', `c${thread}@a.example`]
    : [`c${number}@a.example`, 'care@shop.example'];
  const at = new Date(Date.UTC(2024, 0, 1) + number * 60_000).toUTCString().replace('GMT', '+0000');
  const hasFile = number % 5 === 0;
  const body = Buffer.from(`${said}\r\n`.repeat(3 + (number % 20)));
  const text = number % 2 === 0 ? `${body.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n` : body.toString('utf8');
  const part = [
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${number % 2 === 0 ? 'base64' : '8bit'}`,
    '',
    text,
  ];
  return Buffer.from(
    [
      `From ${from} Mon Jan  1 10:20:26 2024`,
      `Message-ID: <${number}@bench.example>`,
      ...(isAnswer ? [`In-Reply-To: <${thread}@bench.example>`] : []),
      `Date: ${at}`,
      `From: ${from}`,
      `To: ${to}`,
      `Subject: ${isAnswer ? 'Re: ' : ''}Parcel ${thread}`,
      'MIME-Version: 1.0',
      ...(hasFile
        ? [
            'Content-Type: multipart/mixed; boundary=cut',
            '',
            '--cut',
            ...part,
            '--cut',
            'Content-Type: image/png; name="a.png"',
            'Content-Transfer-Encoding: base64',
            '',
            FILE,
            '--cut--',
          ]
        : part),
      '',
      '',
    ].join('\r\n'),
  );
}
