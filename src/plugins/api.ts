/** What configurations and plugins may import from `replylint`, beside types. The program lends it to them where the package is not installed. */
export { figureFor } from '../checks/figure.ts';
export { has, hitsOf } from '../checks/wanted.ts';
export { defineConfig } from '../config/define-config.ts';
export { rangesOf } from '../detectors/detector.ts';
export { option } from './option.ts';
export { defineDetector, defineMechanism, definePlugin } from './plugin.ts';
