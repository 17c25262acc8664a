// Made by `npm run generate` from zh.ts and src/build/traditional.ts; a test compares the two.
import { countingIn } from '../core/counted.ts';
import { writeDuration } from '../core/write-duration.ts';
import type { Wording } from './wording.ts';

export const zhHant: Wording = {
  locale: 'zh-Hant',
  severity: { error: '錯誤', warning: '警告', info: '提示' },
  role: { agent: '客服', customer: '客戶', bot: '機器人', system: '系統' },
  duration: ({ milliseconds }) => writeDuration(milliseconds, { day: '天', hour: '小時', minute: '分', second: '秒' }),
  message: (number) => `第 ${number} 條訊息`,
  entry: (name) => `條目「${name}」`,
  conversation: '對話',
  draft: '草稿',
  instead: '建議改為',
  because: '起因',
  counterpart: '對照',
  summary({ error, warning, info, files, filesWithFindings }) {
    if (error + warning + info === 0) return `已檢查 ${number(files)} 個檔案，沒有發現問題。`;
    const kinds = [
      error > 0 ? `${number(error)} 個錯誤` : '',
      warning > 0 ? `${number(warning)} 個警告` : '',
      info > 0 ? `${number(info)} 個提示` : '',
    ];
    return `${kinds.filter((part) => part !== '').join('，')}；共檢查 ${number(files)} 個檔案，其中 ${number(filesWithFindings)} 個有問題。`;
  },
  explanation: {
    rules: '規則',
    severity: '嚴重程度',
    preset: '規則集',
    channels: '管道',
    documents: '文件型別',
    options: '選項',
    needs: '所需資訊',
    source: '規範目錄條目',
    bad: '反例',
    good: '正例',
  },
  need: {
    times: '訊息時間',
    'end times': '訊息結束時間',
    'mail headers': '郵件頭',
    start: '對話開頭',
    end: '對話結尾',
    customer: '客戶的訊息',
    'agent names': '客服姓名',
    'company names': '公司名稱',
    'customer names': '客戶姓名',
  },
  or: ' 或 ',
  coverage: {
    runs: (rules, documents) => `${number(rules)} 條規則可用，共 ${number(documents)} 個對話、草稿或條目`,
    other: (rules) => `${number(rules)} 條規則用於其他管道或文件型別`,
    lacking: '因缺少資訊而無法檢查：',
    lacks: (what, documents, of) =>
      documents === of ? what : `${what}（共 ${number(of)} 個，其中 ${number(documents)} 個缺少）`,
  },
  skipped: (files) => `跳過 ${number(files)} 個檔案：其中沒有對話、草稿或話術庫。`,
  marks: { open: '（', close: '）', list: '，', colon: '：' },
  grouping: {
    counts: ({ error, warning, info }) =>
      [
        error === 0 ? '' : `${number(error)} 個錯誤`,
        warning === 0 ? '' : `${number(warning)} 個警告`,
        info === 0 ? '' : `${number(info)} 個提示`,
      ]
        .filter((part) => part !== '')
        .join('，'),
    unnamed: '（未署名）',
  },
  undated: (findings) => `${number(findings)} 個問題未計入：不知道是哪一天說的。`,
  progress: {
    files: '檔案',
    conversations: '對話',
    findings: '問題',
    perSecond: (size) => `每秒 ${size}`,
    left: (time) => `剩餘 ${time}`,
  },
  evaluation: {
    columns: {
      rule: '規則',
      labels: '標註',
      sentences: '不同句子',
      found: '檢出',
      recall: '召回率',
      findings: '報告',
      right: '正確',
      wrong: '誤報',
      precision: '精確率',
    },
    allRules: '全部規則',
    unknown: '未知',
    misses: (shown, all) => `漏報（${shown === all ? `${all} 處` : `共 ${all} 處，列出最主要的`}）`,
    falseAlarms: (shown, all) => `誤報（${shown === all ? `${all} 處` : `共 ${all} 處，列出最主要的`}）`,
    within: '原文',
    notJudged: (rules) => `標註未涉及以下規則，其報告不計對錯（報告數）：${rules}。`,
    notRun: (rules) => `已標註但按設定未執行的規則（標註數）：${rules}。`,
    conversations: ({ evaluated, withoutLabels, unnamed }) =>
      `共比對 ${number(evaluated)} 個對話，其中 ${number(withoutLabels)} 個沒有標註。${unnamed === 0 ? '' : `另有 ${number(unnamed)} 個對話沒有編號，無法比對。`}`,
    otherDocuments: (count) => `${number(count)} 個草稿或話術庫未參與比對。`,
    shortfall: (figure, rule, value, least) =>
      `${rule ?? '全部規則'}的${figure === 'precision' ? '精確率' : '召回率'}${value === undefined ? '無法測得' : `為 ${value}`}，要求不低於 ${least}。`,
    unknownConversation: (id, labels) => `檔案中沒有對話「${id}」（${number(labels)} 條標註）。`,
    repeatedConversation: (id) => `對話「${id}」在檔案中重複出現，只比對第一個。`,
    unknownMessage: (message, id) => `對話「${id}」沒有編號為 ${message} 的訊息。`,
    notTheAgents: (message, id) => `對話「${id}」中編號為 ${message} 的訊息不是客服發出的。`,
    outsideMessage: (message, id) => `標註的文字超出了對話「${id}」中編號為 ${message} 的訊息。`,
    unknownRule: (rule, labels) => `沒有名為「${rule}」的規則${labels === 0 ? '' : `（${number(labels)} 條標註）`}。`,
  },
  run: {
    sampled: (drawn, all) => `抽樣：共 ${all} 個對話、草稿和話術庫，抽取 ${drawn} 個。`,
    unchanged: (files) => `${files} 個檔案上次沒有問題且未改動，未重複檢查。`,
    watching: '正在監視檔案改動，按 Ctrl-C 結束。',
    stats: {
      phase: '階段',
      format: '格式',
      rule: '規則',
      files: '檔案',
      sources: '記錄',
      documents: '文件',
      time: '時間',
      share: '佔比',
      phases: {
        start: '啟動',
        reading: '讀取檔案',
        matching: '查詢詞語',
        rules: '規則',
        output: '輸出及其他',
        total: '合計',
      },
      unknownFormat: '（無）',
      otherRules: (rules) => `其餘 ${rules} 條規則`,
    },
  },
  house: {
    holdsFor: (file) => `對 ${file} 生效的設定及其來源`,
    configurations: '設定檔案（被繼承的在前）',
    noConfiguration: '沒有設定檔案',
    byDefault: '預設值',
    fromEnvironment: '環境變數',
    preset: (name) => `規則集 ${name}`,
    otherwise: (value) => `預設：${value}`,
    example: (kind, number) => `${kind === 'bad' ? '反例' : '正例'} ${number}`,
    expected: '應檢出',
    found: '實檢出',
    unreadable: '無法讀作對話、草稿或話術庫',
    noMark: '反例須用 ⟦…⟧ 標出應檢出的文字',
    neverFires: '沒有任何示例能觸發該規則',
    unreached: (phrases) => `以下 ${phrases} 個短語沒有示例覆蓋：`,
    tested: ({ rules, examples, failed }) =>
      `${rules} 條規則，${examples} 個示例：${failed === 0 ? '全部通過' : `${failed} 個未通過`}。`,
    written: (path) => `已寫入 ${path}。`,
    addFolder: (folder, config) =>
      config === undefined
        ? `請新建 replylint.config.yaml，寫入「ruleFolders: [${folder}]」，規則才會生效。`
        : `請在 ${config} 中加入「ruleFolders: [${folder}]」，規則才會生效。`,
    tryIt: (command) => `執行它的示例：${command}`,
    skeleton: {
      phrases: '不該說的話。短語、@概念和其他寫法見 docs/writing-rules.md。',
      say: '寫給報告讀者：哪裡不妥，應怎樣做。',
      examples: '用 ⟦…⟧ 標出規則應檢出的文字。示例即測試：replylint test',
    },
  },
  fixing: {
    made: ({ made, safe, unsafe }) => `已修正${made}處。${whatIsLeft(safe, unsafe)}`,
    wouldMake: ({ made, safe, unsafe }) => `可修正${made}處。${whatIsLeft(safe, unsafe)}`,
    leftOut: (fixes, reason) => `${fixes}處未修正：${reason}。`,
    loses: (what) => `句中的${what}會改變`,
    kept: {
      number: '數字',
      date: '日期或時間',
      amount: '金額',
      name: '姓名',
      link: '連結',
      negation: '否定詞',
      placeholder: '佔位符',
    },
    obstacle: {
      secret: '該處有保密內容',
      misread: '修改後檔案的讀法會與預期不同',
      'no gain': '修改後問題反而更多',
    },
    notWritten: (reason) => `檔案保持原樣：${reason}。`,
    broken: '有內容無法讀取',
    unwritable: { changed: '讀取之後檔案已被改動', encoding: '無法以其編碼寫回，或該編碼缺少所需字元' },
    fix: '自動修正',
    safety: { safe: '安全', unsafe: '需複核，使用 --fix=unsafe', suggestion: '僅作建議，不寫入檔案' },
  },
  silencing: {
    silenced({ directive, ignore, baseline }) {
      const by = [
        directive > 0 ? `指令 ${directive} 個` : '',
        ignore > 0 ? `ignores ${ignore} 個` : '',
        baseline > 0 ? `基線 ${baseline} 個` : '',
      ];
      return `已遮蔽 ${directive + ignore + baseline} 個問題：${by.filter((part) => part !== '').join('，')}。`;
    },
    stale: (entries, baseline) =>
      `基線 ${baseline} 中有 ${entries} 條已不再出現，可用 replylint baseline --prune 清除。`,
    written: ({ added, removed, all }, baseline) =>
      `${baseline}：新增 ${added} 條，移除 ${removed} 條，現共 ${all} 條。`,
    checked: (stale, baseline) =>
      stale === 0
        ? `${baseline}：所列問題都仍存在。`
        : `${baseline}：有 ${stale} 條已不再出現，可用 replylint baseline --prune 清除。`,
    unread: '部分檔案無法讀取，基線中與之相關的條目保持不變。',
  },
  report: {
    columns: { severity: '級別', place: '位置', rule: '規則', finding: '問題' },
    fix: { safe: '意思不變，可直接修改。', unsafe: '修改後請再讀一遍。', suggestion: '請選擇或補充內容。' },
    more: (findings) => `另有 ${findings} 個問題未在此列出。`,
  },
};

function whatIsLeft(safe: number, unsafe: number): string {
  return [
    safe === 0 ? '' : `另有${safe}處可用 --fix 修正。`,
    unsafe === 0 ? '' : `另有${unsafe}處可用 --fix=unsafe 修正，之後請複核。`,
  ].join('');
}

const { number } = countingIn('zh-Hant');
