import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { inReadingOrder, rangesOf } from './detector.ts';

export const placeholder: Detector = {
  name: 'placeholder',
  about: 'A slot of a template that was not filled in: {{name}}, {姓名}, %{ticket.id}, [ORDER NUMBER], <<имя>>, XXX',
  find({ words }, { masks }) {
    if (!MAY_HOLD.test(words)) return [];
    const found = inReadingOrder([
      ...rangesOf(BRACES, words),
      ...rangesOf(ANGLES, words),
      ...rangesOf(BRACKETS, words).filter(
        (range) => isSlot(words.slice(range.start + 1, range.end - 1)) && !isButton(words, range),
      ),
      ...rangesOf(BLANKS, words).filter((range) => words[range.start] !== '_' || !isForm(words.slice(0, range.start))),
    ]);
    const outermost: Range[] = [];
    for (const range of found) if (range.start >= (outermost.at(-1)?.end ?? 0)) outermost.push(range);
    return outermost.filter((range) => !masks.some((mask) => isMask(words.slice(range.start, range.end), mask)));
  },
};

/** Quick to look for, and in every placeholder. */
const MAY_HOLD = /[{<[【%]|[xX×]{2}|__/;

/** `{{a.b|filter}}`, `{%a,fallback=b%}`, `%{a.b}`, `#{a}`, `${a}`, `{a}`; a lone brace of code or a smiley is none. */
const BRACES =
  /\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|[%#$]\{[^{}\n]{1,120}\}|\{[\p{L}_][\p{L}\p{N}_. '-]{0,40}\}|%%?[A-Z][A-Z_]{2,30}%%?/gu;

/** `<<name>>`, and single angles around words that are no tag: `<имя>`, `<客户姓名>`, `<insert name>`. */
const ANGLES =
  /<<[^<>\n]{1,60}>>|<(?:insert|your|customer|first|last|order|agent)[ _-][\p{L}\p{N} _-]{1,40}>|<(?:name|имя|аты|есімі)>|<[\p{Script=Han}]{2,12}>/giu;

const BRACKETS = /\[[^[\]\n]{2,40}\](?!\()|【[^【】\n]{2,20}】/gu;

/** XX beside Han, XXX anywhere, blanks to write on after a label; 139XXXX1234 and sizes (XXL) are none. */
const BLANKS =
  /(?<=\p{Script=Han})[xX×]{2,6}(?![\p{L}\p{N}*](?<!\p{Script=Han}))|(?<![\p{L}\p{N}*])[xX×]{2,6}(?=\p{Script=Han})|(?<![\p{L}\p{N}*])(?:X{3,6}|x{3,6})(?![\p{L}\p{N}*])|(?<=[:：#№]\s?)_{2,}/gu;

/** A slot names what belongs into it last, or begins by asking for it; other brackets are stage directions, emoticons or notes. */
const SLOT =
  /(?:^|[\s/_-])(?:names?|numbers?|id|dates?|days?|times?|links?|url|address|amount|price|products?|items?|orders?|tracking|e-?mail|phone|company|xx+)(?: here)?$|^(?:insert|your|enter|customer|name of)\s/iu;

const SLOT_IN_OTHER_SCRIPTS =
  /姓名|名字|名称|名稱|称呼|昵称|日期|时间|時間|单号|單號|订单|訂單|编号|編號|金额|金額|价格|價格|链接|連結|网址|地址|电话|電話|商品名|产品名|產品名|品牌名|店铺名|公司名|客户名|工号|аты-жөні|есімі|күні|нөмірі|сомасы|сілтеме|(?<![\p{L}])(?:аты|тегі|атауы|мекенжайы|телефоны|уақыты|бағасы|мерзімі|фио|время|адрес|название|телефон)(?![\p{L}])|имя|номер|дата|сумма|ссылка/iu;

/** NAME, ORDER_ID, FIRST NAME: a slot of capitals has letters only, so that [SKU-1234] is none. */
const CAPITAL_SLOT =
  /^[A-Z]{2,}(?:[ _-][A-Z]+)+$|^(?:NAME|DATE|TIME|LINK|URL|NUMBER|AMOUNT|ORDER|CUSTOMER|AGENT|PRODUCT|COMPANY|ADDRESS|EMAIL|PHONE)$/;

/** Names of pages and buttons hold the same words: 【我的订单】, 【订单详情】, 【修改地址】. */
const PAGE =
  /^(?:我的|全部|查看|修改|更改|選擇|选择|填写|填寫|添加|新增|管理|联系|聯絡|复制|複製|申请|申請|申诉|绑定|綁定|关联|更换|更換)|(?:详情|詳情|信息|資訊|列表|中心|管理|记录|紀錄|页|頁|页面|頁面|查询|查詢|设置|設定|服务|服務)$/u;

/** What is told to click, open, fill in or look for stands in the customer's own screen. */
const BUTTON_BEFORE =
  /(?:点击|點擊|点选|點選|点开|點開|打开|打開|开启|開啟|进入|進入|选择|選擇|找到|搜索|搜尋|填写|填寫|输入|輸入|登录|登入|查看|前往|修改|更改|勾选|勾選|回复|回覆|发送|發送|复制|複製)(?:一下|下方的?|右上角的?|左上角的?|页面的?|頁面的?)?\s?$|】\s?(?:-|－|—|–|>|＞|→|➡|➝)+>?\s?$/u;

/** Words that hand a form to the customer, who is to fill in the blanks. */
const FORM =
  /提供|填写|填寫|告知|告诉|告訴|回复|回覆|补充|補充|完善|发我|發我|fill|provide|let us know|tell (?:us|me)/iu;

function isSlot(inside: string): boolean {
  const trimmed = inside.trim();
  if (CAPITAL_SLOT.test(trimmed)) return true;
  if (SLOT_IN_OTHER_SCRIPTS.test(trimmed)) return !PAGE.test(trimmed);
  return SLOT.test(trimmed) && trimmed.split(/\s+/).length <= 5;
}

function isButton(words: string, { start, end }: Range): boolean {
  const inside = words.slice(start + 1, end - 1);
  // 点击[链接] lacks its link.
  if (!/\p{Script=Han}/u.test(inside) || /链接|連結|网址|網址/u.test(inside)) return false;
  return BUTTON_BEFORE.test(words.slice(Math.max(0, start - 12), start));
}

function isForm(before: string): boolean {
  return FORM.test(before);
}

/** Whether the words are the mask, where `*` in the mask is any run of characters. */
function isMask(words: string, mask: string): boolean {
  const pieces = mask.split('*');
  if (pieces.length === 1) return words === mask;
  const first = pieces[0] as string;
  const last = pieces.at(-1) as string;
  if (!words.startsWith(first) || !words.endsWith(last) || words.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = words.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= words.length - last.length;
}
