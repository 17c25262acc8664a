import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The traditional Chinese of the sentences that ship, by the simplified ones; read when the first is asked for. Other
 * sentences, such as those of the user's rules, stay as they are: a rule can write its own under `zh-Hant`.
 * @param home the folder with `sentences.zh-Hant.json`; a checkout that was not built has none
 */
export function traditionalFrom(home: string): (simplified: string) => string {
  let sentences: Readonly<Record<string, string>> | undefined;
  return (simplified) => {
    if (sentences === undefined) {
      const path = join(home, 'sentences.zh-Hant.json');
      sentences = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>) : {};
    }
    return sentences[simplified] ?? simplified;
  };
}
