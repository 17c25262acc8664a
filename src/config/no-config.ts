import { SHIPPED_TOOLS } from '../rules/toolbox.ts';
import type { Config } from './config.ts';

/** What holds where there is no configuration. Reading one needs its schema, which takes longer to load. */
export const NO_CONFIG: Config = { file: {}, rules: {}, variants: [], parts: [], tools: SHIPPED_TOOLS };
