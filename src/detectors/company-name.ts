import { occurrences } from './agent-name.ts';
import type { Detector } from './detector.ts';

export const companyName: Detector = {
  name: 'company-name',
  about: 'The name of the company, shop or team: from `companies` in the configuration',
  names: 'companies',
  find: ({ folded }, { companies }) => occurrences(companies, folded),
};
