import { madeSettings } from '../config/made-settings.ts';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError, throwAll } from '../core/setup-error.ts';
import type { PluginModule } from '../plugins/adopt.ts';
import { toolsWith } from '../plugins/adopt.ts';
import type { Toolbox } from '../rules/toolbox.ts';
import { shownPath } from './files.ts';
import { loadDefault, MODULE, placeIn, reasonOf } from './module-loader.ts';

/**
 * Loads the plugins that configurations name; nothing else may name one.
 * @param wanted modules, with the places that name them
 * @throws SetupErrors with every mistake
 */
export async function loadPlugins(wanted: ReadonlyMap<string, SetupPlace>, cwd: string): Promise<Toolbox> {
  const errors: SetupError[] = [];
  const modules: PluginModule[] = [];
  for (const [file, place] of wanted) {
    const path = shownPath(file, cwd);
    if (!MODULE.test(file)) {
      errors.push(
        new SetupError(`${path} is no plugin.`, { place, mend: 'A plugin is a module: .ts, .mts, .js, .mjs.' }),
      );
      continue;
    }
    modules.push({
      document: madeSettings(path, await loadDefault(file, cwd)),
      explain: (error) => ({ place: placeIn(error, file, path), reason: reasonOf(error, file, path) }),
    });
  }
  const tools = toolsWith(modules, errors);
  throwAll(errors);
  return tools;
}
