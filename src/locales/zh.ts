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
    source: '规范目录条目',
    bad: '反例',
    good: '正例',
  },
  skipped: (files) => `跳过 ${files} 个文件：其中没有会话、草稿或话术库。`,
};
