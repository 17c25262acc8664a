/** Written into the bundle by the build, from package.json. */
declare const REPLYLINT_VERSION: string | undefined;

export const VERSION: string = typeof REPLYLINT_VERSION === 'string' ? REPLYLINT_VERSION : '0.0.0-source';
