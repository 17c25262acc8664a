import { describe, expect, test } from 'vitest';
import { wordingFor } from '../../src/cli/locale.ts';
import { folderWith, replylint } from './run.ts';

describe('the language of the reader', () => {
  test.each([
    [{}, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LANG: 'zh_SG' }, 'zh'],
    [{ LANG: 'zh_TW.UTF-8' }, 'zh-Hant'],
    [{ LANG: 'zh_HK' }, 'zh-Hant'],
    [{ LANG: 'zh_MO.utf8' }, 'zh-Hant'],
    [{ LANG: 'zh-Hant-CN' }, 'zh-Hant'],
    [{ LANG: 'zh-Hans-TW' }, 'zh'],
    [{ LANG: 'kk_KZ.UTF-8@cyrillic' }, 'kk'],
    [{ LANG: 'ru_RU.UTF-8' }, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'kk_KZ' }, 'kk'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_TW', LC_MESSAGES: 'kk_KZ' }, 'zh-Hant'],
    [{ LANG: 'kk_KZ', LC_ALL: '' }, 'kk'],
    [{ LANG: 'en_US.UTF-8', LANGUAGE: 'ru:kk:zh_TW' }, 'kk'],
    // gettext asks LANGUAGE nothing where the locale is C.
    [{ LANG: 'C', LANGUAGE: 'kk' }, 'en'],
    [{ LANGUAGE: 'kk' }, 'en'],
  ])('%j is %s', (env, locale) => {
    expect(wordingFor([undefined, undefined], env).locale).toBe(locale);
    expect(wordingFor([undefined, 'zh'], env).locale).toBe('zh');
  });

  test('is told by the environment to help and to mistakes', async () => {
    const env = { LANG: 'zh_HK.UTF-8' };
    const help = await replylint(['--help'], { env });
    expect(help.out).toContain('用法： replylint [選項]');
    expect(help.code).toBe(0);
    expect(await replylint(['--formt'], { env })).toEqual({
      code: 2,
      out: '',
      err: '錯誤：沒有選項 --formt\n（是否想寫 --format？）\n',
    });
  });

  test('is told by the configuration, which a flag goes before', async () => {
    const cwd = folderWith({ 'replylint.config.yaml': 'locale: kk\n' });
    expect((await replylint(['explain', 'none'], { cwd })).err).toContain('«none» деген ереже жоқ.');
    expect((await replylint(['explain', '--help'], { cwd })).out).toContain('ереженің атауы');
    expect((await replylint(['explain', 'none', '--locale=zh'], { cwd })).err).toContain('没有名为“none”的规则。');
  });

  test('a configuration that cannot be read is told in the language of the environment', async () => {
    const cwd = folderWith({ 'replylint.config.yaml': 'lokale: kk\n', 'a.txt': 'Agent: yes\n' });
    const { err } = await replylint(['a.txt'], { cwd, env: { LANG: 'zh_CN' } });
    expect(err).toBe('replylint: replylint.config.yaml:1:1: 不认识的键“lokale”。是否想写“locale”？\n');
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['zh', '（JSON 有误：此处应为逗号）'],
    ['zh-Hant', '（JSON 有誤：此處應為逗號）'],
    ['kk', '(JSON қатесі: мұнда үтір болуы керек)'],
  ])('is told why in %s', async (locale, reason) => {
    const cwd = folderWith({ 'a.json': '{"messages": [1 2]}' });
    expect((await replylint(['a.json', '--locale', locale], { cwd })).out).toContain(reason);
  });
});

describe('no help text is left in English', () => {
  test.each(['zh', 'zh-Hant', 'kk'])('in %s', async (locale) => {
    for (const command of [[], ['rules'], ['explain'], ['parse'], ['eval']]) {
      const { out } = await replylint([...command, '--help', '--locale', locale], { columns: 80 });
      expect(out).not.toMatch(/\b(?:the|of|default|choices|Options|Usage|rules that)\b(?! ?[<=])/);
    }
  });

  test('lines of Chinese help fit the terminal', async () => {
    const { default: width } = await import('fast-string-width');
    const { out } = await replylint(['--help', '--locale', 'zh'], { columns: 80 });
    for (const line of out.split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
  });
});

describe('in traditional Chinese', () => {
  test('rules speak in their own sentences or in those that were made of the simplified ones', async () => {
    const options = ['--locale', 'zh-Hant', '--only', 'greeting/missing'];
    const { out } = await replylint(['-', ...options], { stdin: '客服：好的\n' });
    expect(out).toContain('請先向客戶問好。');
    expect(out).toContain('警告[greeting/missing]');
  });

  test('a rule of the user that has no traditional sentence is told in its simplified one', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': 'ruleFolders: [own]\n',
      'own/a.yaml':
        'id: own/a\nseverity: error\nin: each message\nforbid: [好的]\nsay: {zh: 请勿说好的。}\nwhy: {zh: 无}\nexamples: {bad: "客服：⟦好的⟧", good: "客服：行"}\n',
    });
    const { out } = await replylint(['-', '--locale', 'zh-Hant', '--only', 'own/a'], { cwd, stdin: '客服：好的\n' });
    expect(out).toContain('请勿说好的。');
  });

  test('explains in it', async () => {
    const { out } = await replylint(['explain', 'closing/agent-hangs-up-first', '--locale', 'zh-Hant']);
    // Examples are in the languages that they are in.
    expect(out.split('反例')[0]).not.toMatch(/结|请|户|后|复/);
  });
});
