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
  summary({ error, warning, info, files, filesWithFindings }) {
    if (error + warning + info === 0) return `已检查 ${files} 个文件，没有发现问题。`;
    const kinds = [
      error > 0 ? `${error} 个错误` : '',
      warning > 0 ? `${warning} 个警告` : '',
      info > 0 ? `${info} 个提示` : '',
    ];
    return `${kinds.filter((part) => part !== '').join('，')}；共检查 ${files} 个文件，其中 ${filesWithFindings} 个有问题。`;
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
    start: '会话开头',
    end: '会话结尾',
    customer: '客户的消息',
    'agent names': '客服姓名',
    'company names': '公司名称',
  },
  or: ' 或 ',
  coverage: {
    runs: (rules, documents) => `${rules} 条规则可用，共 ${documents} 个会话、草稿或条目`,
    other: (rules) => `${rules} 条规则用于其他渠道或文档类型`,
    lacking: '因缺少信息而无法检查：',
    lacks: (what, documents, of) => (documents === of ? what : `${what}（${of} 个中有 ${documents} 个缺少）`),
  },
  skipped: (files) => `跳过 ${files} 个文件：其中没有会话、草稿或话术库。`,
};
