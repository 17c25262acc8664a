import * as v from 'valibot';
import type { Check, Problem, Target } from '../checks/check.ts';
import type { Figure } from '../checks/figure.ts';
import { figureFor } from '../checks/figure.ts';
import { PluginFailure } from '../core/plugin-failure.ts';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError } from '../core/setup-error.ts';
import type { Range } from '../core/span.ts';
import type { Detector } from '../detectors/detector.ts';
import type { Toolbox } from '../rules/toolbox.ts';
import { SHIPPED_TOOLS } from '../rules/toolbox.ts';
import type { SettingsDocument } from '../rules/yaml-file.ts';
import { checked } from '../rules/yaml-file.ts';
import type { Options } from './option.ts';
import { isFigure, schemaOf } from './option.ts';
import type { Mechanism, Plugin } from './plugin.ts';

/** A module that should be a plugin. */
export interface PluginModule {
  readonly document: SettingsDocument;
  /** Where in the module an error was thrown, and what it says in one line. */
  explain(error: unknown): { readonly place: SetupPlace; readonly reason: string };
}

/** What ships and what plugins bring, with guards around what is not ours. Every mistake is added to `errors`. */
export function toolsWith(modules: readonly PluginModule[], errors: SetupError[]): Toolbox {
  const checks = [...SHIPPED_TOOLS.checks];
  const detectors = [...SHIPPED_TOOLS.detectors];
  for (const module of modules) {
    const { document } = module;
    const plugin = checked(pluginSchema, document, errors) as unknown as Plugin | undefined;
    if (plugin === undefined) continue;
    const taken = (name: string, kind: 'detectors' | 'mechanisms', index: number) =>
      errors.push(
        new SetupError(`there is another of the ${kind} called “${name}”.`, {
          place: document.place([kind, index, 'name']),
          mend: 'Give it a name of its own.',
        }),
      );
    plugin.detectors?.forEach((detector, index) => {
      if (detectors.some(({ name }) => name === detector.name)) taken(detector.name, 'detectors', index);
      else detectors.push(guardedDetector(detector, plugin, module));
    });
    plugin.mechanisms?.forEach((mechanism, index) => {
      if (checks.some(({ name }) => name === mechanism.name)) taken(mechanism.name, 'mechanisms', index);
      else checks.push(guardedCheck(mechanism, plugin, module));
    });
  }
  return { checks, detectors };
}

const name = v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/, 'write small letters and hyphens'));
const aFunction = v.function();

const optionSchema = v.looseObject({
  kind: v.picklist(['count', 'number', 'time', 'text', 'texts', 'flag', 'choice', 'phrases']),
  about: v.string(),
});

const pluginSchema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  detectors: v.optional(
    v.array(
      v.looseObject({
        name,
        about: v.string(),
        names: v.optional(v.picklist(['agents', 'companies', 'customers'])),
        secret: v.optional(v.looseObject({ everywhere: v.boolean(), hidden: aFunction })),
        find: aFunction,
      }),
    ),
  ),
  mechanisms: v.optional(
    v.array(
      v.looseObject({
        name,
        verb: v.picklist(['forbid', 'require', 'limit']),
        about: v.string(),
        options: v.record(v.string(), optionSchema),
        needs: v.optional(v.array(v.union([v.string(), v.array(v.string())]))),
        place: v.optional(v.literal('library')),
        find: aFunction,
      }),
    ),
  ),
});

function guardedDetector(detector: Detector, plugin: Plugin, module: PluginModule): Detector {
  const guard = guardFor(`the detector <${detector.name}> of the plugin “${plugin.name}”`, module);
  const { name, about, names, secret } = detector;
  return {
    name,
    about,
    names,
    secret: secret && {
      everywhere: secret.everywhere,
      hidden: (found) => guard(() => listed(secret.hidden(found)).map((range) => inside(range, found))),
    },
    find: (subject, context) =>
      guard(() => listed(detector.find(subject, context)).map((range) => inside(range, subject.words))),
  };
}

function guardedCheck(mechanism: Mechanism, plugin: Plugin, module: PluginModule): Check {
  const guard = guardFor(`the mechanism “${mechanism.name}” of the plugin “${plugin.name}”`, module);
  const { name, verb, about, options: declared, needs = [], place } = mechanism;
  const entries = Object.entries(declared).map(([option, one]) => [option, schemaOf(one)] as const);
  return {
    name,
    verb,
    about,
    options: v.strictObject(Object.fromEntries(entries)),
    phraseOptions: Object.keys(declared).filter((option) => declared[option]?.kind === 'phrases'),
    needs: () => needs,
    place,
    find(target, options) {
      const values = valuesFor(target, options as Readonly<Record<string, unknown>>, declared);
      if (values === undefined) return [];
      return guard(() => listed(mechanism.find(target, values)).map((problem) => ofTarget(problem, target)));
    },
  };
}

/** The options with the figures that apply to the target; undefined where one does not. */
function valuesFor(
  target: Target,
  options: Readonly<Record<string, unknown>>,
  declared: Options,
): Readonly<Record<string, unknown>> | undefined {
  const values: Record<string, unknown> = { ...options };
  for (const [option, one] of Object.entries(declared)) {
    if (!isFigure(one) || options[option] === undefined) continue;
    const value = figureFor(options[option] as Figure<number>, target);
    if (value === undefined) return undefined;
    values[option] = value;
  }
  return values;
}

/** Runs code of a plugin. @throws PluginFailure where it throws */
function guardFor(what: string, { explain }: PluginModule): <Value>(run: () => Value) => Value {
  return (run) => {
    try {
      return run();
    } catch (error) {
      // A detector failed inside a mechanism that asked for it.
      if (error instanceof PluginFailure) throw error;
      const { place, reason } = explain(error);
      throw new PluginFailure(what, reason, place);
    }
  };
}

function listed<Item>(given: readonly Item[]): readonly Item[] {
  if (!Array.isArray(given)) throw new TypeError('it should give a list');
  return given;
}

function inside(range: Range, words: string): Range {
  const { start, end } = range ?? {};
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > words.length)
    throw new RangeError(`${JSON.stringify(range)} is no range of words of length ${words.length}`);
  return { start, end };
}

function ofTarget(problem: Problem, { messages }: Target): Problem {
  if (!messages.includes(problem?.message)) throw new TypeError('a problem names a message of the target');
  return { ...problem, range: inside(problem.range, problem.message.words) };
}
