import { countingIn } from '../core/counted.ts';
import { writeDuration } from '../core/write-duration.ts';
import type { Wording } from './wording.ts';

export const zh: Wording = {
  locale: 'zh',
  severity: { error: '错误', warning: '警告', info: '提示' },
  role: { agent: '客服', customer: '客户', bot: '机器人', system: '系统' },
  duration: ({ milliseconds }) => writeDuration(milliseconds, { day: '天', hour: '小时', minute: '分', second: '秒' }),
  message: (number) => `第 ${number} 条消息`,
  entry: (name) => `条目“${name}”`,
  conversation: '会话',
  draft: '草稿',
  instead: '建议改为',
  because: '起因',
  counterpart: '对照',
  summary({ error, warning, info, files, filesWithFindings }) {
    if (error + warning + info === 0) return `已检查 ${number(files)} 个文件，没有发现问题。`;
    const kinds = [
      error > 0 ? `${number(error)} 个错误` : '',
      warning > 0 ? `${number(warning)} 个警告` : '',
      info > 0 ? `${number(info)} 个提示` : '',
    ];
    return `${kinds.filter((part) => part !== '').join('，')}；共检查 ${number(files)} 个文件，其中 ${number(filesWithFindings)} 个有问题。`;
  },
  explanation: {
    rules: '规则',
    severity: '严重程度',
    preset: '预设',
    channels: '渠道',
    documents: '文档类型',
    options: '选项',
    needs: '所需信息',
    source: '规范目录条目',
    bad: '反例',
    good: '正例',
  },
  need: {
    times: '消息时间',
    'end times': '消息结束时间',
    'mail headers': '邮件头',
    start: '会话开头',
    end: '会话结尾',
    customer: '客户的消息',
    'agent names': '客服姓名',
    'company names': '公司名称',
    'customer names': '客户姓名',
  },
  or: ' 或 ',
  coverage: {
    runs: (rules, documents) => `${number(rules)} 条规则可用，共 ${number(documents)} 个会话、草稿或条目`,
    other: (rules) => `${number(rules)} 条规则用于其他渠道或文档类型`,
    lacking: '因缺少信息而无法检查：',
    lacks: (what, documents, of) =>
      documents === of ? what : `${what}（共 ${number(of)} 个，其中 ${number(documents)} 个缺少）`,
  },
  skipped: (files) => `跳过 ${number(files)} 个文件：其中没有会话、草稿或话术库。`,
  marks: { open: '（', close: '）', list: '，', colon: '：' },
  grouping: {
    counts: ({ error, warning, info }) =>
      [
        error === 0 ? '' : `${number(error)} 个错误`,
        warning === 0 ? '' : `${number(warning)} 个警告`,
        info === 0 ? '' : `${number(info)} 个提示`,
      ]
        .filter((part) => part !== '')
        .join('，'),
    unnamed: '（未署名）',
  },
  undated: (findings) => `${number(findings)} 个问题未计入：不知道是哪一天说的。`,
  progress: {
    files: '文件',
    conversations: '会话',
    findings: '问题',
    perSecond: (size) => `每秒 ${size}`,
    left: (time) => `剩余 ${time}`,
  },
  evaluation: {
    columns: {
      rule: '规则',
      labels: '标注',
      sentences: '不同句子',
      found: '检出',
      recall: '召回率',
      findings: '报告',
      right: '正确',
      wrong: '误报',
      precision: '精确率',
    },
    allRules: '全部规则',
    unknown: '未知',
    misses: (shown, all) => `漏报（${shown === all ? `${all} 处` : `共 ${all} 处，列出最主要的`}）`,
    falseAlarms: (shown, all) => `误报（${shown === all ? `${all} 处` : `共 ${all} 处，列出最主要的`}）`,
    within: '原文',
    notJudged: (rules) => `标注未涉及以下规则，其报告不计对错（报告数）：${rules}。`,
    notRun: (rules) => `已标注但按设置未运行的规则（标注数）：${rules}。`,
    conversations: ({ evaluated, withoutLabels, unnamed }) =>
      `共比对 ${number(evaluated)} 个会话，其中 ${number(withoutLabels)} 个没有标注。${unnamed === 0 ? '' : `另有 ${number(unnamed)} 个会话没有编号，无法比对。`}`,
    otherDocuments: (count) => `${number(count)} 个草稿或话术库未参与比对。`,
    shortfall: (figure, rule, value, least) =>
      `${rule ?? '全部规则'}的${figure === 'precision' ? '精确率' : '召回率'}${value === undefined ? '无法测得' : `为 ${value}`}，要求不低于 ${least}。`,
    unknownConversation: (id, labels) => `文件中没有会话“${id}”（${number(labels)} 条标注）。`,
    repeatedConversation: (id) => `会话“${id}”在文件中重复出现，只比对第一个。`,
    unknownMessage: (message, id) => `会话“${id}”没有编号为 ${message} 的消息。`,
    notTheAgents: (message, id) => `会话“${id}”中编号为 ${message} 的消息不是客服发出的。`,
    outsideMessage: (message, id) => `标注的文字超出了会话“${id}”中编号为 ${message} 的消息。`,
    unknownRule: (rule, labels) => `没有名为“${rule}”的规则${labels === 0 ? '' : `（${number(labels)} 条标注）`}。`,
  },
  run: {
    sampled: (drawn, all) => `抽样：共 ${all} 个会话、草稿和话术库，抽取 ${drawn} 个。`,
    unchanged: (files) => `${files} 个文件上次没有问题且未改动，未重复检查。`,
    watching: '正在监视文件改动，按 Ctrl-C 结束。',
    stats: {
      phase: '阶段',
      format: '格式',
      rule: '规则',
      files: '文件',
      sources: '记录',
      documents: '文档',
      time: '时间',
      share: '占比',
      phases: {
        start: '启动',
        reading: '读取文件',
        matching: '查找词语',
        rules: '规则',
        output: '输出及其他',
        total: '合计',
      },
      unknownFormat: '（无）',
      otherRules: (rules) => `其余 ${rules} 条规则`,
    },
  },
  house: {
    holdsFor: (file) => `对 ${file} 生效的设置及其来源`,
    configurations: '配置文件（被继承的在前）',
    noConfiguration: '没有配置文件',
    byDefault: '默认值',
    fromEnvironment: '环境变量',
    preset: (name) => `预设 ${name}`,
    otherwise: (value) => `默认：${value}`,
    example: (kind, number) => `${kind === 'bad' ? '反例' : '正例'} ${number}`,
    expected: '应检出',
    found: '实检出',
    unreadable: '无法读作会话、草稿或话术库',
    noMark: '反例须用 ⟦…⟧ 标出应检出的文字',
    neverFires: '没有任何示例能触发该规则',
    unreached: (phrases) => `以下 ${phrases} 个短语没有示例覆盖：`,
    tested: ({ rules, examples, failed }) =>
      `${rules} 条规则，${examples} 个示例：${failed === 0 ? '全部通过' : `${failed} 个未通过`}。`,
    written: (path) => `已写入 ${path}。`,
    addFolder: (folder, config) =>
      config === undefined
        ? `请新建 replylint.config.yaml，写入“ruleFolders: [${folder}]”，规则才会生效。`
        : `请在 ${config} 中加入“ruleFolders: [${folder}]”，规则才会生效。`,
    tryIt: (command) => `运行它的示例：${command}`,
    skeleton: {
      phrases: '不该说的话。短语、@概念和其他写法见 docs/writing-rules.md。',
      say: '写给报告读者：哪里不妥，应怎样做。',
      examples: '用 ⟦…⟧ 标出规则应检出的文字。示例即测试：replylint test',
    },
  },
  fixing: {
    made: ({ made, safe, unsafe }) => `已修正${made}处。${whatIsLeft(safe, unsafe)}`,
    wouldMake: ({ made, safe, unsafe }) => `可修正${made}处。${whatIsLeft(safe, unsafe)}`,
    leftOut: (fixes, reason) => `${fixes}处未修正：${reason}。`,
    loses: (what) => `句中的${what}会改变`,
    kept: {
      number: '数字',
      date: '日期或时间',
      amount: '金额',
      name: '姓名',
      link: '链接',
      negation: '否定词',
      placeholder: '占位符',
    },
    obstacle: {
      secret: '该处有保密内容',
      misread: '修改后文件的读法会与预期不同',
      'no gain': '修改后问题反而更多',
    },
    notWritten: (reason) => `文件保持原样：${reason}。`,
    broken: '有内容无法读取',
    unwritable: { changed: '读取之后文件已被改动', encoding: '无法以其编码写回，或该编码缺少所需字符' },
    fix: '自动修正',
    safety: { safe: '安全', unsafe: '需复核，使用 --fix=unsafe', suggestion: '仅作建议，不写入文件' },
  },
  silencing: {
    silenced({ directive, ignore, baseline }) {
      const by = [
        directive > 0 ? `指令 ${directive} 个` : '',
        ignore > 0 ? `ignores ${ignore} 个` : '',
        baseline > 0 ? `基线 ${baseline} 个` : '',
      ];
      return `已屏蔽 ${directive + ignore + baseline} 个问题：${by.filter((part) => part !== '').join('，')}。`;
    },
    stale: (entries, baseline) =>
      `基线 ${baseline} 中有 ${entries} 条已不再出现，可用 replylint baseline --prune 清除。`,
    written: ({ added, removed, all }, baseline) =>
      `${baseline}：新增 ${added} 条，移除 ${removed} 条，现共 ${all} 条。`,
    checked: (stale, baseline) =>
      stale === 0
        ? `${baseline}：所列问题都仍存在。`
        : `${baseline}：有 ${stale} 条已不再出现，可用 replylint baseline --prune 清除。`,
    unread: '部分文件无法读取，基线中与之相关的条目保持不变。',
  },
  report: {
    columns: { severity: '级别', place: '位置', rule: '规则', finding: '问题' },
    fix: { safe: '意思不变，可直接修改。', unsafe: '修改后请再读一遍。', suggestion: '请选择或补充内容。' },
    more: (findings) => `另有 ${findings} 个问题未在此列出。`,
  },
};

function whatIsLeft(safe: number, unsafe: number): string {
  return [
    safe === 0 ? '' : `另有${safe}处可用 --fix 修正。`,
    unsafe === 0 ? '' : `另有${unsafe}处可用 --fix=unsafe 修正，之后请复核。`,
  ].join('');
}

const { number } = countingIn('zh');
