import type { Wording } from '../locales/wording.ts';
import { VERSION } from '../version.ts';
import type { CiSystem, InitAnswers } from './init.ts';

/** A configuration to begin with, with comments in the reader's language. */
export function configText({ channel, languages, vendor }: InitAnswers, { locale, init }: Wording): string {
  const { comments } = init;
  const [language] = languages;
  const lines = [
    `# ${comments.about}`,
    '',
    `# ${comments.preset}`,
    'preset: recommended',
    '',
    `# ${comments.locale}`,
    `locale: ${locale}`,
    '',
    `# ${comments.channel}`,
    `channel: ${channel}`,
    '',
    `# ${comments.language}`,
    languages.length === 1 ? `language: ${language}` : '# language: zh',
    '',
    `# ${comments.names}`,
    'agents: []',
    'companies: []',
    '',
    `# ${comments.rules}`,
    ...(vendor === 'none'
      ? ['rules: {}']
      : [
          'rules:',
          `  # ${comments.vendor}`,
          '  template/unknown-placeholder:',
          `    unknown-placeholder: {vendors: [${vendor}]}`,
        ]),
    '',
    `# ${comments.overrides}`,
    '# overrides:',
    '#   - {files: "canned/**", kind: library}',
  ];
  return `${lines.join('\n')}\n`;
}

/** What a CI system reads. The version is fixed, so that a check does not change overnight. */
export function ciFile(system: Exclude<CiSystem, 'none'>): string {
  const command = `npx --yes replylint@${VERSION}`;
  switch (system) {
    case 'github':
      return `name: replylint
on:
  push:
    branches: [main, master]
  pull_request:
permissions:
  contents: read
jobs:
  replylint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${command} . --format github
`;
    case 'gitlab':
      return `replylint:
  image: node:22
  script:
    - ${command} . --format pretty --format gitlab:replylint-code-quality.json
  artifacts:
    when: always
    reports:
      codequality: replylint-code-quality.json
`;
  }
}
