import { describedLibrary } from './described-library.ts';

export const gorgiasMacros = describedLibrary({
  name: 'gorgias-macros',
  about: 'Macros of Gorgias (`/api/macros`): the texts of their actions.',
  entries: ['data.*', '*', ''],
  marks: { name: true, 'actions.0.arguments': true, 'actions.0.name': true },
  id: ['id'],
  title: ['name'],
  language: ['language'],
  bodies: [
    {
      within: 'actions.*.arguments',
      fields: [{ field: 'body_html', isHtml: true }, { field: 'body_text' }],
    },
  ],
});
