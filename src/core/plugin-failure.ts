import type { SetupPlace } from './setup-error.ts';
import { SetupError } from './setup-error.ts';

/** Code of a plugin threw, or gave what it may not give. It knows the plugin; who called it adds the rule and the file. */
export class PluginFailure extends SetupError {
  readonly #what: string;
  readonly #reason: string;

  /** @param what the plugin and the thing of it: `the mechanism “late” of the plugin “orders”` */
  constructor(what: string, reason: string, place: SetupPlace) {
    super(`${what} failed: ${reason}.`, { place });
    this.#what = what;
    this.#reason = reason;
  }

  during(rule: string, path: string): SetupError {
    return new SetupError(`${this.#what} failed in the rule “${rule}” on ${path}: ${this.#reason}.`, {
      place: this.place,
    });
  }
}
