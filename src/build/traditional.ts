import { Converter, CustomConverter } from 'opencc-js/cn2t';
import type { RuleFile } from '../rules/schema.ts';
import type { Catalogue } from '../told/teller.ts';

/**
 * Simplified Chinese for readers of traditional Chinese: our own terms first, then OpenCC's tables for Taiwan with
 * its words (`twp`: 軟體, 檔案). All sentences that it makes stand in `docs/rules.zh-Hant.md`, where they can be read.
 */
export function traditional(words: string): string {
  return withWords(terms(words));
}

/** The sentences of rules by their simplified ones. What a rule writes under `zh-Hant` itself is not among them. */
export function traditionalSentences(rules: readonly RuleFile[]): Readonly<Record<string, string>> {
  const made: Record<string, string> = {};
  JSON.stringify(rules, (_, value: unknown) => {
    const { zh, 'zh-Hant': own } = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof zh === 'string' && own === undefined) made[zh] = traditional(zh);
    return value;
  });
  return made;
}

/** The text of `src/locales/zh-Hant.ts`: that of the simplified wording, whose code holds no Han character. */
export function traditionalWording(simplified: string): string {
  return `${MADE}${traditional(simplified)}`
    .replace('export const zh: Wording', 'export const zhHant: Wording')
    .replace("locale: 'zh'", "locale: 'zh-Hant'")
    .replace("countingIn('zh')", "countingIn('zh-Hant')");
}

/** The text of `src/told/zh-Hant.ts`. */
export function traditionalCatalogue(simplified: Catalogue): string {
  const lines = Object.entries(simplified).map(
    ([english, told]) => `  ${JSON.stringify(english)}: ${JSON.stringify(traditional(told))},\n`,
  );
  return `${MADE}import type { Catalogue } from './teller.ts';\n\nexport const zhHant: Catalogue = {\n${lines.join('')}};\n`;
}

const MADE = '// Made by `npm run generate` from zh.ts and src/build/traditional.ts; a test compares the two.\n';

/**
 * What OpenCC gets wrong in our sentences, by cutting words in the wrong place (几乎 after 条, 发卡 as a hairpin) or
 * by choosing the other of two characters (回复), and words that our field says otherwise in Taiwan.
 */
const TERMS: readonly (readonly [string, string])[] = [
  ['几乎', '幾乎'],
  ['发卡机构', '發卡機構'],
  ['回复', '回覆'],
  ['答复', '答覆'],
  ['挂断', '掛斷'],
  ['类型', '類型'],
  ['电话销售脚本', '電話行銷話術'],
  ['脚本', '腳本'],
  ['运营商', '電信業者'],
  ['网关', '閘道'],
  ['反馈', '回饋'],
  ['像素', '像素'],
  ['纯文本', '純文字'],
  ['文本', '文字'],
  ['加粗', '粗體'],
  ['下划线', '底線'],
  ['回车换行', ' Enter 鍵換行'],
  ['电子邮箱', '電子信箱'],
  ['邮箱', '信箱'],
  ['转发', '轉寄'],
  ['主题', '主旨'],
  ['配置', '設定'],
  ['预设', '規則集'],
  ['会话', '對話'],
  ['渠道', '管道'],
  ['帐/账', '登錄/登陸'],
  ['账', '帳'],
  // Mojibake is shown as it is met.
  ['锟斤拷', '锟斤拷'],
  ['“', '「'],
  ['”', '」'],
  ['‘', '『'],
  ['’', '』'],
];

const terms = CustomConverter(TERMS);
const withWords = Converter({ from: 'cn', to: 'twp' });
