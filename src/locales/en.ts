import { countingIn } from '../core/counted.ts';
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
      info > 0 ? `${number(info)} info` : '',
    ];
    if (error + warning + info === 0) return `No findings in ${checked}.`;
    const kinds = found.filter((part) => part !== '' && !part.startsWith('0 ')).join(', ');
    return `${kinds} in ${number(filesWithFindings)} of ${checked}.`;
  },
  explanation: {
    rules: 'rules',
    severity: 'severity',
    preset: 'preset',
    channels: 'channels',
    documents: 'documents',
    options: 'options',
    needs: 'needs',
    source: 'catalogue rows',
    bad: 'bad',
    good: 'good',
  },
  need: {
    times: 'times of messages',
    'end times': 'ends of messages',
    'mail headers': 'headers of mails',
    start: 'the start of the conversation',
    end: 'the end of the conversation',
    customer: 'messages of the customer',
    'agent names': 'names of agents',
    'company names': 'names of the company',
    'customer names': 'the name of the customer',
  },
  or: ' or ',
  coverage: {
    runs: (rules, documents) =>
      `${counted(rules, 'rule runs', 'rules run')}, on ${counted(documents, 'document', 'documents')}`,
    other: (rules) => `${counted(rules, 'rule is', 'rules are')} for other channels or kinds of document`,
    lacking: 'could not run for want of:',
    lacks: (what, documents, of) => (documents === of ? what : `${what} (in ${number(documents)} of ${number(of)})`),
  },
  skipped: (files) =>
    `${counted(files, 'file holds', 'files hold')} no conversation, draft or library and ${files === 1 ? 'was' : 'were'} skipped.`,
  marks: { open: ' (', close: ')', list: ', ', colon: ': ' },
  grouping: {
    counts: ({ error, warning, info }) =>
      [
        error === 0 ? '' : counted(error, 'error', 'errors'),
        warning === 0 ? '' : counted(warning, 'warning', 'warnings'),
        info === 0 ? '' : `${number(info)} info`,
      ]
        .filter((part) => part !== '')
        .join(', '),
    unnamed: '(no name)',
  },
  undated: (findings) =>
    `${counted(findings, 'finding was', 'findings were')} left out: nothing tells on which day it was said.`,
  progress: {
    files: 'files',
    conversations: 'conversations',
    findings: 'findings',
    perSecond: (size) => `${size}/s`,
    left: (time) => `${time} left`,
  },
  evaluation: {
    columns: {
      rule: 'rule',
      labels: 'labels',
      sentences: 'sentences',
      found: 'found',
      recall: 'recall',
      findings: 'findings',
      right: 'right',
      wrong: 'wrong',
      precision: 'precision',
    },
    allRules: 'all rules',
    unknown: 'unknown',
    misses: (shown, all) => `Misses (${shown === all ? all : `the worst, of ${all}`})`,
    falseAlarms: (shown, all) => `False alarms (${shown === all ? all : `the worst, of ${all}`})`,
    within: 'in',
    notJudged: (rules) => `Not judged by the labels, so neither right nor wrong (findings): ${rules}.`,
    notRun: (rules) => `Labelled, but left out by the settings (labels): ${rules}.`,
    conversations: ({ evaluated, withoutLabels, unnamed }) =>
      [
        `${counted(evaluated, 'conversation', 'conversations')}, ${number(withoutLabels)} of them without a label.`,
        unnamed === 0 ? '' : `${counted(unnamed, 'more has', 'more have')} no id and could not be compared.`,
      ]
        .filter((part) => part !== '')
        .join(' '),
    otherDocuments: (count) => `${counted(count, 'draft or library was', 'drafts or libraries were')} left out.`,
    shortfall: (figure, rule, value, least) =>
      `The ${figure} of ${rule ?? 'all rules'} ${value === undefined ? 'could not be measured' : `is ${value}`}; at least ${least} is wanted.`,
    unknownConversation: (id, labels) =>
      `the conversation “${id}” is not in the files (${counted(labels, 'label', 'labels')}).`,
    repeatedConversation: (id) => `the conversation “${id}” was in the files before; only the first one is compared.`,
    unknownMessage: (message, id) => `the conversation “${id}” has no message ${message}.`,
    notTheAgents: (message, id) => `message ${message} of the conversation “${id}” is not the agent’s.`,
    outsideMessage: (message, id) => `the words lie outside message ${message} of the conversation “${id}”.`,
    unknownRule: (rule, labels) =>
      `there is no rule “${rule}”${labels === 0 ? '' : ` (${counted(labels, 'label', 'labels')})`}.`,
  },
  run: {
    sampled: (drawn, all) =>
      `A sample: ${drawn} of ${counted(all, 'conversation, draft or library', 'conversations, drafts and libraries')}.`,
    unchanged: (files) => `${counted(files, 'file', 'files')} without findings before and unchanged since.`,
    watching: 'Watching for changes; Ctrl-C ends.',
    stats: {
      phase: 'part',
      format: 'format',
      rule: 'rule',
      files: 'files',
      sources: 'records',
      documents: 'documents',
      time: 'time',
      share: 'share',
      phases: {
        start: 'start',
        reading: 'reading files',
        matching: 'finding words',
        rules: 'rules',
        output: 'output and the rest',
        total: 'total',
      },
      unknownFormat: '(none)',
      otherRules: (rules) => counted(rules, 'other rule', 'other rules'),
    },
  },
  house: {
    holdsFor: (file) => `What holds for ${file}, and where it comes from`,
    configurations: 'configurations, what is extended first',
    noConfiguration: 'no configuration',
    byDefault: 'default',
    fromEnvironment: 'environment',
    preset: (name) => `preset ${name}`,
    otherwise: (value) => `default: ${value}`,
    example: (kind, number) => `${kind} example ${number}`,
    expected: 'expected',
    found: 'found',
    unreadable: 'it cannot be read as a conversation, draft or library',
    noMark: 'a bad example needs ⟦…⟧ around what is found',
    neverFires: 'no example makes it fire',
    unreached: (phrases) => `${counted(phrases, 'phrase is', 'phrases are')} reached by no example:`,
    tested: ({ rules, examples, failed }) =>
      `${counted(examples, 'example', 'examples')} of ${counted(rules, 'rule', 'rules')}: ${failed === 0 ? 'all agree' : `${failed} failed`}.`,
    written: (path) => `Wrote ${path}.`,
    addFolder: (folder, config) =>
      config === undefined
        ? `Write replylint.config.yaml with “ruleFolders: [${folder}]”, so that the rule runs.`
        : `Add “ruleFolders: [${folder}]” to ${config}, so that the rule runs.`,
    tryIt: (command) => `Try its examples: ${command}`,
    skeleton: {
      phrases: 'What may not be said. See docs/writing-rules.md for phrases, @concepts and other verbs.',
      say: 'What is wrong and what to do, for the reader of the report.',
      examples: '⟦…⟧ stands around what the rule must find. They run as tests: replylint test',
    },
  },
  fixing: {
    made: ({ made, safe, unsafe }) => `${counted(made, 'finding', 'findings')} fixed.${whatIsLeft(safe, unsafe)}`,
    wouldMake: ({ made, safe, unsafe }) =>
      `${counted(made, 'finding', 'findings')} would be fixed.${whatIsLeft(safe, unsafe)}`,
    leftOut: (fixes, reason) => `${counted(fixes, 'fix was', 'fixes were')} left out: ${reason}.`,
    loses: (what) => `${what} of the sentence would change`,
    kept: {
      number: 'a number',
      date: 'a day or time',
      amount: 'an amount',
      name: 'a name',
      link: 'a link',
      negation: 'a negation',
      placeholder: 'a placeholder',
    },
    obstacle: {
      secret: 'a secret stands there',
      misread: 'the file would be read otherwise than was meant',
      'no gain': 'there would be more to find fault with',
    },
    notWritten: (reason) => `left as it is: ${reason}.`,
    broken: 'part of it could not be read',
    unwritable: {
      changed: 'it has changed since it was read',
      encoding: 'its encoding cannot be written, or lacks a character of the fix',
    },
    fix: 'fix',
    safety: { safe: 'safe', unsafe: 'unsafe, with --fix=unsafe', suggestion: 'suggested, never written' },
  },
  silencing: {
    silenced({ directive, ignore, baseline }) {
      const by = [
        directive > 0 ? `${directive} by directives` : '',
        ignore > 0 ? `${ignore} by ignores` : '',
        baseline > 0 ? `${baseline} by the baseline` : '',
      ];
      const all = counted(directive + ignore + baseline, 'finding', 'findings');
      return `${all} silenced: ${by.filter((part) => part !== '').join(', ')}.`;
    },
    stale: (entries, baseline) =>
      `${counted(entries, 'entry', 'entries')} of ${baseline} ${entries === 1 ? 'is' : 'are'} no longer found; remove with replylint baseline --prune.`,
    written: ({ added, removed, all }, baseline) =>
      `${baseline}: ${added} added, ${removed} removed, ${counted(all, 'finding is', 'findings are')} known.`,
    checked: (stale, baseline) =>
      stale === 0
        ? `${baseline}: everything it knows is still found.`
        : `${baseline}: ${counted(stale, 'entry is', 'entries are')} no longer found; remove with replylint baseline --prune.`,
    unread: 'Some files could not be read; what the baseline knew of them stays.',
  },
  report: {
    columns: { severity: 'severity', place: 'place', rule: 'rule', finding: 'finding' },
    fix: {
      safe: 'The meaning stays the same.',
      unsafe: 'Read it after it is made.',
      suggestion: 'Choose, or fill in what is missing.',
    },
    more: (findings) => `${counted(findings, 'more finding is', 'more findings are')} not shown here.`,
  },
};

const { counted: inForm, number } = countingIn('en');

function counted(count: number, one: string, other: string): string {
  return inForm(count, { one, other });
}

function whatIsLeft(safe: number, unsafe: number): string {
  return [
    safe === 0 ? '' : ` ${safe} more can be fixed with --fix.`,
    unsafe === 0 ? '' : ` ${unsafe} more can be fixed with --fix=unsafe; read them afterwards.`,
  ].join('');
}
