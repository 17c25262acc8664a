// Made from this folder by `npm run generate`; a test compares the two.
export const REPORTER_NAMES = [
  'agent',
  'checkstyle',
  'compact',
  'github',
  'gitlab',
  'json',
  'jsonl',
  'junit',
  'markdown',
  'pretty',
  'rdjson',
  'sarif',
] as const;
