import type { Problem, Target } from '../checks/check.ts';
import type { Needed } from '../core/document-need.ts';
import type { Detector } from '../detectors/detector.ts';
import type { Options, ValuesOf } from './option.ts';

/** Detectors and mechanisms of your own, which rules use as those that ship: the default export of a module. */
export interface Plugin {
  /** For messages about it. */
  readonly name: string;
  /** Usable in phrases, as `<name>`. */
  readonly detectors?: readonly Detector[];
  /** Usable under their verb, as `name: {options}`. */
  readonly mechanisms?: readonly Mechanism[];
}

export interface Mechanism<Declared extends Options = Options> {
  /** As rule files name it: small letters and hyphens. */
  readonly name: string;
  /** The verb of a rule that it stands under. */
  readonly verb: 'forbid' | 'require' | 'limit';
  /** One line for people who write rules. */
  readonly about: string;
  readonly options: Declared;
  /** What must be known for it to say anything; nothing if absent. */
  readonly needs?: readonly Needed[];
  /** `library` where it compares entries with each other, and a rule must look at a whole library. */
  readonly place?: 'library';
  /** What is wrong in the messages that the rule points it at. */
  find(target: Target, options: ValuesOf<Declared>): readonly Problem[];
}

export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}

export function defineDetector(detector: Detector): Detector {
  return detector;
}

/** Gives `find` the types of the options that are declared. */
export function defineMechanism<const Declared extends Options>(mechanism: Mechanism<Declared>): Mechanism {
  return mechanism as unknown as Mechanism;
}
