import type { Check } from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import type { Detector } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';

/** The mechanisms and detectors that rules may use: those that ship, and those of the plugins of a configuration. */
export interface Toolbox {
  readonly checks: readonly Check[];
  readonly detectors: readonly Detector[];
}

export const SHIPPED_TOOLS: Toolbox = { checks: CHECKS, detectors: DETECTORS };

/** What the rules of a plan or a rule book may use; one that ships names nothing. */
export function toolsOf({ tools = SHIPPED_TOOLS }: { readonly tools?: Toolbox | undefined }): Toolbox {
  return tools;
}
