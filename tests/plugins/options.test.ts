import { expect, test } from 'vitest';
import { findingsIn, folderWith, replylint } from '../cli/run.ts';

const PLUGIN = `import { defineMechanism, definePlugin, option, rangesOf } from 'replylint';
export default definePlugin({
  name: 'kinds',
  detectors: [
    {
      name: 'member-code',
      about: 'Codes of members.',
      secret: { everywhere: true, hidden: (found) => [{ start: 3, end: found.length }] },
      find: ({ words }) => rangesOf(/MC-\\d{4}/g, words),
    },
  ],
  mechanisms: [
    defineMechanism({
      name: 'shown',
      verb: 'forbid',
      about: 'Shows its options.',
      options: {
        after: option.time('A time.', { default: '1 min' }),
        ratio: option.number('A number.', { default: 0.5 }),
        of: option.texts('Texts.', { default: ['a', 'b'] }),
        called: option.text('A text.'),
        loud: option.flag('A flag.', { default: false }),
        side: option.choice(['left', 'right'], 'A choice.', { default: 'left' }),
      },
      needs: ['times'],
      find: ({ messages: [message] }, { after, ratio, of, called, loud, side }) =>
        message === undefined
          ? []
          : [{ message, range: { start: 0, end: 2 }, data: { shown: [after, ratio, of.join('+'), called, loud, side].join(' ') } }],
    }),
  ],
});
`;

const RULE = (options: string) =>
  `id: house/shown\nforbid: {shown: {${options}}}\nsay: "{shown}"\nexamples: {bad: "⟦a⟧", good: b}\n`;

const files = (options: string) => ({
  'replylint.config.yaml': 'plugins: ./plugin.ts\nruleFolders: [house]\n',
  'plugin.ts': PLUGIN,
  'house/x.yaml': RULE(options),
  'a.txt': 'Customer: hi\nAgent: Hi, your code is MC-1234.\n',
});

async function shown(options: string, ...flags: string[]): Promise<readonly unknown[]> {
  const args = ['a.txt', '--only', 'house/shown', '--format', 'json', ...flags];
  const outcome = await replylint(args, { cwd: folderWith(files(options)) });
  expect(outcome.err).toBe('');
  return findingsIn(outcome).map(({ message }) => message);
}

test('options are given as they were declared', async () => {
  expect(await shown('called: x')).toEqual(['60000 0.5 a+b x false left']);
  expect(await shown('called: x, after: 2 min, ratio: 2, of: [c], loud: true, side: right')).toEqual([
    '120000 2 c x true right',
  ]);
});

test('figures go by preset, channel and language, and nothing is asked where none applies', async () => {
  const options = 'called: x, after: {strict: 2 s, phone: 3 s, kk: 4 s}';
  expect(await shown(options)).toEqual([]);
  expect(await shown(options, '--channel', 'phone')).toEqual(['3000 0.5 a+b x false left']);
  expect(await shown(options, '--preset', 'strict')).toEqual(['2000 0.5 a+b x false left']);
});

test('an option without a default must be there, and a choice be one of its values', async () => {
  const told = async (options: string) => (await replylint(['a.txt'], { cwd: folderWith(files(options)) })).err;
  expect(await told('loud: true')).toContain('the key “called” is missing.');
  expect(await told('called: x, side: letf')).toContain('Did you mean “left”?');
  const time = await told('called: x, after: soon');
  expect(time).toContain(
    'house/x.yaml:2:36: “forbid.shown.after”: write a number and a unit: 90 s, 2 min, 24 h, 3 days.',
  );
  expect(time.split('replylint: ').length).toBe(2);
});

test('what a mechanism needs is told, and what a detector calls secret is covered', async () => {
  const cwd = folderWith(files('called: x'));
  expect((await replylint(['explain', 'house/shown'], { cwd })).out).toContain('needs: times of messages');
  const { out } = await replylint(['a.txt', '--only', 'house/shown'], { cwd });
  expect(out).toContain('MC-****');
  expect(out).not.toContain('1234');
});
