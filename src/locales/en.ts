import { writeDuration } from '../core/write-duration.ts';
import type { Wording } from './wording.ts';

export const en: Wording = {
  locale: 'en',
  severity: { error: 'error', warning: 'warning', info: 'info' },
  role: { agent: 'agent', customer: 'customer', bot: 'bot', system: 'system' },
  duration: ({ milliseconds }) => writeDuration(milliseconds, { day: ' d', hour: ' h', minute: ' min', second: ' s' }),
  message: (number) => `message ${number}`,
  entry: (name) => `entry “${name}”`,
  conversation: 'conversation',
  draft: 'draft',
  instead: 'write instead',
  because: 'because',
  counterpart: 'compare',
  summary({ error, warning, info, files, filesWithFindings }) {
    const checked = counted(files, 'file', 'files');
    const found = [
      counted(error, 'error', 'errors'),
      counted(warning, 'warning', 'warnings'),
      info > 0 ? `${info} info` : '',
    ];
    if (error + warning + info === 0) return `No findings in ${checked}.`;
    const kinds = found.filter((part) => part !== '' && !part.startsWith('0 ')).join(', ');
    return `${kinds} in ${filesWithFindings} of ${checked}.`;
  },
  explanation: {
    rules: 'rules',
    severity: 'severity',
    preset: 'preset',
    channels: 'channels',
    documents: 'documents',
    options: 'options',
    source: 'catalogue rows',
    bad: 'bad',
    good: 'good',
  },
  skipped: (files) =>
    `${counted(files, 'file holds', 'files hold')} no conversation, draft or library and ${files === 1 ? 'was' : 'were'} skipped.`,
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
