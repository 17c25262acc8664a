import { describedLibrary } from './described-library.ts';

export const zammadTextModules = describedLibrary({
  name: 'zammad-text-modules',
  about: 'Text modules of Zammad (`/api/v1/text_modules`).',
  entries: ['*', ''],
  marks: { name: true, content: true, keywords: true, active: true },
  id: ['id'],
  title: ['name'],
  language: ['locale'],
  bodies: [{ fields: [{ field: 'content', isHtml: true }] }],
});
