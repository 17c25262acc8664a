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
export function roleAndName(label: string): RoleAndName | undefined {
  const trimmed = label.trim();
  const whole = roleOf(trimmed);
  if (whole !== undefined) return { role: whole, name: undefined };
  return roleThenName(trimmed) ?? companyThenRole(trimmed) ?? hanRoleAndName(trimmed);
}

export interface RoleAndName {
  readonly role: Role;
  readonly name: string | undefined;
}

function roleThenName(label: string): RoleAndName | undefined {
  const groups = /^(?<first>\p{L}+)[\s:_-]+(?<rest>[\p{Lu}\p{Lo}\p{N}#].*)$/u.exec(label)?.groups;
  const role = groups === undefined ? undefined : roleOf(groups['first'] as string);
  const name = groups?.['rest'] as string;
  if (role === undefined || FIELD_WORD.test(name)) return undefined;
  // "Customer Agent Interaction" is nobody's name.
  return name.split(/\s+/).some((word) => roleOf(word) !== undefined) ? undefined : { role, name };
}

/** "Contoso Inc. Representative": the name is the company's. "Your Agent: Ben" and "Dear Agent:" begin no message. */
function companyThenRole(label: string): RoleAndName | undefined {
  const words = label.split(/\s+/);
  const role = roleOf(words.pop() as string);
  const isCompany =
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    !/^(?:your|our|my|dear|hi|hello)$/i.test(words[0] ?? '');
  return role === 'agent' && isCompany ? { role, name: undefined } : undefined;
}

/** 欧美家电旗舰店:小敏: on Taobao and Tmall the staff of a shop write under its name and their own. */
export function shopAccount(label: string): RoleAndName | undefined {
  const name = /^[^:：]{2,40}[:：]\s?([^\s:：]{1,20})$/u.exec(label)?.[1];
  return name === undefined ? undefined : { role: 'agent', name };
}

function hanRoleAndName(label: string): RoleAndName | undefined {
  for (const [word, role] of HAN_WORDS) {
    if (label.startsWith(word)) return hanRole(role, label.slice(word.length).replace(/^[\s\-—_]+/, ''));
    if (!label.endsWith(word)) continue;
    const name = label.slice(0, -word.length).replace(/[\s\-—_]+$/, '');
    // 尊敬的客户：begins a letter.
    return /的$|^(?:各位|致|全体|全體|广大|廣大|新老)/.test(name) ? undefined : hanRole(role, name);
  }
  return undefined;
}

function hanRole(role: Role, name: string): RoleAndName | undefined {
  if (HAN_FIELD_WORD.test(name)) return undefined;
  return { role, name: name === '' || HAN_SAYS.test(name) ? undefined : name };
}

/** "Customer ID: 5" and 客户姓名：… are lines of a form, nobody's words. */
const FIELD_WORD =
  /^(?:id|names?|number|no|email|phone|address|services?|support|care|requests?|since|type|status|side|experience|feedback|satisfaction|notes?|summary|comments?|reports?|info|information|details|guide|manual|portal|cent(?:er|re)|account|reviews?|survey|rating|data|story|stories|relations|success)$/i;
const HAN_FIELD_WORD =
  /^(?:姓名|名称|名字|名稱|编号|編號|ID|电话|電話|手机|手機|邮箱|郵箱|地址|热线|熱線|服务|服務|中心|部门|部門|类型|類型|状态|狀態|满意度|滿意度|评价|評價|反馈|反饋|诉求|訴求|需求|来源|來源|等级|等級|信息|資訊|资料|資料|备注|備註|工号|工號|须知|須知)$/i;
/** 客服回复：is said by no one called 回复. */
const HAN_SAYS = /^(?:回复|回覆|回答|答复|答|说|說|问|問|咨询|諮詢|留言)$/;

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
