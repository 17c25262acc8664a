import type { ColumnField } from '../core/table.ts';
import { COLUMN_FIELDS } from '../core/table.ts';

/** What each field is found in: the number of the column, from 0. */
export type Columns = ReadonlyMap<ColumnField, number>;

export interface UnderstoodHeader {
  readonly columns: Columns;
  /** The first row is data: the configuration names columns by their numbers. */
  readonly isData: boolean;
  readonly guesses: readonly string[];
}

/** What configuration and flags say of a table. */
export interface TableSettings {
  readonly fields: Readonly<Record<string, string>>;
  readonly regroup?: boolean | undefined;
}

/** Finds the columns of a table by the words of its header; the configuration's names come first. */
export function columnsOf(header: readonly string[], { fields }: TableSettings): UnderstoodHeader {
  const words = header.map(plainHeader);
  const columns = new Map<ColumnField, number>();
  const named = COLUMN_FIELDS.flatMap((field) =>
    fields[field] === undefined ? [] : [[field, fields[field]] as const],
  );
  let numbers = 0;
  for (const [field, name] of named) {
    const found = words.indexOf(plainHeader(name));
    const number = /^\d{1,4}$/.test(name) ? Number(name) - 1 : -1;
    if (found >= 0) columns.set(field, found);
    else if (number >= 0 && number < header.length) {
      columns.set(field, number);
      numbers++;
    }
  }
  if (named.length > 0 && numbers === named.length) return { columns, isData: true, guesses: [] };
  const guessed: string[] = [];
  const guess = (field: ColumnField, known: readonly string[]) => {
    if (columns.has(field)) return;
    for (const word of known) {
      const at = words.indexOf(word);
      if (at < 0 || (field !== 'body' && field !== 'title' && field !== 'subject' && isTaken(columns, at))) continue;
      columns.set(field, at);
      guessed.push(`“${(header[at] as string).trim()}” is taken for the ${MEANING[field]}`);
      return;
    }
  };
  if (isConversation(words, columns)) for (const field of CONVERSATION_FIELDS) guess(field, HEADERS[field]);
  else for (const field of LIBRARY_FIELDS) guess(field, field === 'body' ? BODY_HEADERS : HEADERS[field]);
  return { columns, isData: false, guesses: guessed.length === 0 ? [] : [`Columns: ${guessed.join(', ')}.`] };
}

/** A conversation says who speaks; "name" alone is the title of a canned reply. */
function isConversation(words: readonly string[], columns: Columns): boolean {
  if (columns.has('body') || columns.has('title')) return false;
  const has = (field: ColumnField) => columns.has(field) || HEADERS[field].some((word) => words.includes(word));
  return has('text') && (has('role') || (has('name') && (has('conversation') || has('time'))));
}

function isTaken(columns: Columns, column: number): boolean {
  return [...columns.values()].includes(column);
}

/** Letter case, full width, invisible marks and the sign between words make no other header. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/[\ufeff\u200b]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}

const CONVERSATION_FIELDS: readonly ColumnField[] = [
  'conversation',
  'role',
  'name',
  'time',
  'text',
  'channel',
  'language',
  'subject',
  'directive',
];
const LIBRARY_FIELDS: readonly ColumnField[] = ['body', 'title', 'language', 'directive'];

const MEANING: Readonly<Record<ColumnField, string>> = {
  role: 'role',
  text: 'words of the message',
  time: 'time',
  conversation: 'conversation',
  name: 'name of the speaker',
  title: 'title',
  body: 'words of the reply',
  channel: 'channel',
  language: 'language',
  subject: 'subject',
  directive: 'directive',
};

/** Headers of exports and of tables that people keep, the surest first, as `plainHeader` writes them. */
const HEADERS: Readonly<Record<ColumnField, readonly string[]>> = headers({
  role:
    'role|sender type|author type|author.type|speaker type|participant role|speaker|sender|author|from|who|' +
    '角色|发送者类型|发送方|说话人|发言人|发送者|身份|發送方|發言人|發送者|說話人|' +
    'рөл|рөлі|жіберуші|кім|роль|отправитель|автор',
  text:
    'text|message text|message|content|body|message body|utterance|msg|words|' +
    '内容|消息内容|聊天内容|对话内容|消息|文本|發言內容|訊息內容|內容|訊息|' +
    'мәтін|мәтіні|хабарлама|хабар|сөзі|текст|сообщение',
  time:
    'at|time|timestamp|sent at|created at|date time|datetime|date|' +
    '时间|发送时间|消息时间|日期|時間|發送時間|訊息時間|уақыты|уақыт|күні|время|дата',
  conversation:
    'conversation id|conversation|conversationid|chat id|session id|dialogue id|dialog id|thread id|ticket id|case id|call id|chat|session|ticket|' +
    '会话id|会话编号|会话|对话id|对话编号|工单号|工单编号|會話id|會話編號|對話id|對話編號|工單編號|' +
    'сөйлесу нөмірі|сөйлесу|чат|өтінім|диалог|обращение',
  name:
    'name|speaker name|sender name|author name|agent name|user name|nickname|nick|agent|' +
    '姓名|昵称|发送人|客服昵称|名字|暱稱|發送人|аты|есімі|аты жөні|имя',
  title:
    'title|name|label|short code|shortcode|shortcut|heading|key|subject|' +
    '标题|名称|快捷短语编码|快捷编码|编码|场景|主题|標題|名稱|場景|主題|快捷碼|' +
    'тақырып|тақырыбы|атауы|аты|название|заголовок',
  body:
    'body|canned response|response|reply|reply text|answer|template|script|macro|snippet|' +
    '快捷短语|话术内容|话术|回复内容|回复|答案|正文|模板内容|短语|話術內容|話術|回覆內容|回覆|' +
    'жауап|жауабы|үлгі|үлгі жауап|ответ|шаблон',
  channel: 'channel|渠道|管道|арна|канал',
  language: 'language|lang|locale|语言|語言|тіл|тілі|язык',
  subject: 'subject|主题|主題|тақырып|тақырыбы|тема',
  directive: 'replylint',
});

const BODY_HEADERS: readonly string[] = [...HEADERS.body, ...HEADERS.text];

function headers(words: Readonly<Record<ColumnField, string>>): Readonly<Record<ColumnField, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(words).map(([field, list]) => [field, list.split('|').map(plainHeader)]),
  ) as unknown as Readonly<Record<ColumnField, readonly string[]>>;
}
