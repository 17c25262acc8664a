import type { Role } from '../core/conversation.ts';

/** The role that a label of a transcript names, or undefined. */
export function roleOf(label: string): Role | undefined {
  return LABELS.get(label.trim().toLowerCase());
}

/** The role that a field of an export names: what a label may say, and the words that only programs use. */
export function roleOfField(value: string): Role | undefined {
  return roleOf(value) ?? FIELDS.get(value.trim().toLowerCase());
}

/** A label that begins or ends with a word for a role and goes on with a name or number: "Agent Ben", 客服小敏, 旗舰店客服. */
export function roleAndName(label: string): { role: Role; name: string | undefined } | undefined {
  const trimmed = label.trim();
  const whole = roleOf(trimmed);
  if (whole !== undefined) return { role: whole, name: undefined };
  const spaced = /^(?<first>\p{L}+)[\s:_-]+(?<rest>[\p{Lu}\p{Lo}\p{N}#].*)$/u.exec(trimmed)?.groups;
  const first = spaced === undefined ? undefined : roleOf(spaced['first'] as string);
  if (spaced !== undefined && first !== undefined && !FIELD_WORD.test(spaced['rest'] as string))
    return { role: first, name: spaced['rest'] };
  for (const [word, role] of HAN_WORDS) {
    if (trimmed.startsWith(word))
      return { role, name: trimmed.slice(word.length).replace(/^[\s\-—_]+/, '') || undefined };
    if (trimmed.endsWith(word))
      return { role, name: trimmed.slice(0, -word.length).replace(/[\s\-—_]+$/, '') || undefined };
  }
  return undefined;
}

/** "Customer ID: 5" and 客户姓名：… are lines of a form, nobody's words. */
const FIELD_WORD =
  /^(?:id|name|names|number|no|email|phone|address|service|services|support|care|request|since|type|status|side|experience|feedback|satisfaction)$/i;

const IN_LABELS: Readonly<Record<Role, string>> = {
  agent:
    'agent|support|support agent|customer support|customer service|customer care|operator|representative|rep|advisor|adviser|consultant|csr|assistant|helpdesk|seller|' +
    '客服|人工客服|在线客服|客服人员|客服专员|坐席|座席|店小二|店家|卖家|商家|掌柜|顾问|客服代表|在線客服|客服人員|客服專員|賣家|店員|店员|顧問|' +
    'агент|оператор|менеджер|қызметкер|маман|кеңесші|қолдау қызметі|консультант|сотрудник|сатушы',
  customer:
    'customer|client|user|visitor|guest|buyer|caller|consumer|shopper|' +
    '客户|顾客|买家|用户|访客|客人|消费者|来电者|客戶|顧客|買家|用戶|訪客|消費者|來電者|' +
    'клиент|тұтынушы|сатып алушы|қонақ|покупатель|пользователь|пайдаланушы',
  bot: 'bot|chatbot|virtual assistant|ai assistant|机器人|智能客服|自动回复|機器人|自動回覆|бот|чат-бот',
  system: 'system|系统|系统消息|系統|系統訊息|жүйе|система',
};

const IN_FIELDS: Readonly<Record<Role, string>> = {
  agent: 'service|staff|admin|outgoing|employee',
  customer: 'contact|lead|end-user|enduser|member|incoming|human',
  bot: 'agentbot|robot|ivr|ai',
  system: 'tool|developer|function|event|note|activity',
};

const LABELS = rolesByWord(IN_LABELS);
const FIELDS = rolesByWord(IN_FIELDS);

function rolesByWord(words: Readonly<Record<Role, string>>): ReadonlyMap<string, Role> {
  return new Map(
    (Object.entries(words) as [Role, string][]).flatMap(([role, list]) =>
      list.split('|').map((word) => [word, role] as const),
    ),
  );
}

/** Words for roles that are written together with a name, the longest first. */
const HAN_WORDS: readonly (readonly [string, Role])[] = [...LABELS]
  .filter(([word]) => /^\p{Script=Han}{2,}$/u.test(word))
  .sort(([a], [b]) => b.length - a.length);
