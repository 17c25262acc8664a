import { describedLibrary } from './described-library.ts';

export const intercomMacros = describedLibrary({
  name: 'intercom-macros',
  about: 'Macros of Intercom (`/macros`), by their plain text, which shows the attributes that HTML hides.',
  entries: ['data.*', '*', ''],
  marks: { type: ['macro'] },
  id: ['id'],
  title: ['name'],
  bodies: [{ fields: [{ field: 'body_text' }, { field: 'body', isHtml: true }] }],
});
