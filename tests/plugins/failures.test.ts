import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from '../cli/run.ts';

const RULE = 'id: house/order\nforbid: <order-number>\nsay: x\nexamples: {bad: "⟦AU-1⟧", good: b}\n';
const LIMIT = 'id: house/late\nlimit: {late: {most: 1}}\nsay: x\nexamples: {bad: "⟦a⟧", good: b}\n';

/** What is told where a plugin is wrong; the exit code is 2. */
async function problem(plugin: string, rule = RULE): Promise<string> {
  const cwd = folderWith({
    'replylint.config.yaml': 'plugins: ./plugin.ts\nruleFolders: [house]\n',
    'plugin.ts': plugin,
    'house/x.yaml': rule,
    'chats/a.txt': 'Agent: Your order AU-1.\n',
  });
  const { code, err, out } = await replylint(['chats'], { cwd });
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err;
}

const detector = (find: string) =>
  `export default { name: 'shop', detectors: [{ name: 'order-number', about: 'x',\n  find(subject: {words: string}) { ${find} } }] };\n`;
const mechanism = (find: string) =>
  `export default { name: 'shop', mechanisms: [{ name: 'late', verb: 'limit', about: 'x', options: { most: { kind: 'count', about: 'x' } },\n  find(target: any, options: any) { ${find} } }] };\n`;

describe('what goes wrong in a plugin is told with the plugin, the rule and the file', () => {
  test.each([
    ['return subject.words.nope();', 'TypeError: subject.words.nope is not a function'],
    ['throw "no";', 'no'],
    ['return [{ start: 0, end: 99 }];', 'RangeError: {"start":0,"end":99} is no range of words of length 16'],
    ['return [{ start: 1.5, end: 2 }];', 'is no range of words'],
    ['return [null];', 'RangeError: null is no range of words of length 16'],
    ['return null;', 'TypeError: it should give a list'],
  ])('a detector: %s', async (find, reason) => {
    const err = await problem(detector(find));
    expect(err).toMatch(/^replylint: plugin\.ts(:2:3)?: the detector <order-number> of the plugin “shop” failed /);
    expect(err).toContain(`in the rule “house/order” on chats/a.txt: ${reason.startsWith('is') ? '' : reason}`);
    expect(err).toContain(reason);
  });

  test.each([
    ['throw new Error("no figures");', 'Error: no figures.'],
    ['return [{ message: {}, range: { start: 0, end: 1 } }];', 'a problem names a message of the target'],
    ['return [{ message: target.messages[0], range: { start: 9, end: 1 } }];', 'is no range of words'],
    ['return options.most;', 'TypeError: it should give a list'],
  ])('a mechanism: %s', async (find, reason) => {
    const err = await problem(mechanism(find), LIMIT);
    expect(err).toMatch(/^replylint: plugin\.ts(:2:3)?: the mechanism “late” of the plugin “shop” failed /);
    expect(err).toContain('in the rule “house/late” on chats/a.txt: ');
    expect(err).toContain(reason);
  });
});

describe('a plugin is checked before anything is linted', () => {
  test.each([
    ['export default { detectors: [] };', 'plugin.ts: the key “name” is missing.'],
    ['export default { name: "shop", detecors: [] };', 'plugin.ts: unknown key “detecors”. Did you mean “detectors”?'],
    [
      'export default { name: "shop", detectors: [{ name: "money", about: "x", find() { return []; } }] };',
      'plugin.ts: detectors.0.name: there is another of the detectors called “money”. Give it a name of its own.',
    ],
    [
      'export default { name: "shop", detectors: [{ name: "Big", about: "x", find() { return []; } }] };',
      'plugin.ts: “detectors.0.name”: write small letters and hyphens.',
    ],
    [
      'export default { name: "shop", detectors: [{ name: "a", about: "x", find: 3 }] };',
      'plugin.ts: “detectors.0.find” should be a function, not 3.',
    ],
    [
      'export default { name: "shop", mechanisms: [{ name: "late", verb: "limits", about: "x", options: {}, find() {} }] };',
      'plugin.ts: “mechanisms.0.verb” is “limits”. Did you mean “limit”?',
    ],
    ['export default 3;', 'plugin.ts: the file should be'],
    ['throw new Error("not today");\nexport default {};', 'plugin.ts:1:1: it cannot be loaded: Error: not today.'],
  ])('%s', async (plugin, told) => expect(await problem(plugin)).toContain(told));

  test('rules that use what it brings are checked as all others', async () => {
    const plugin = mechanism('return [];');
    const wrong = LIMIT.replace('most: 1', 'mots: 1');
    expect(await problem(plugin, wrong)).toContain('house/x.yaml:2:16: unknown key “mots”. Did you mean “most”?');
    expect(await problem(plugin, LIMIT.replace('limit', 'forbid'))).toContain('house/x.yaml:2:10: unknown key “late”.');
  });
});

test('code is loaded from nothing but the configuration', async () => {
  const cwd = folderWith({
    'replylint.config.yaml': 'ruleFolders: [house]\n',
    'house/x.yaml': RULE.replace('<order-number>', 'order'),
    'house/plugin.ts': 'throw new Error("loaded");\n',
    'chats/a.txt': 'Agent: Your order AU-1.\n',
  });
  expect(await replylint(['chats', '--only', 'house/order'], { cwd })).toMatchObject({ code: 1, err: '' });
});
