import { describedLibrary } from './described-library.ts';

export const frontTemplates = describedLibrary({
  name: 'front-templates',
  about: 'Message templates of Front (`/message_templates`).',
  entries: ['_results.*', '*', ''],
  marks: { name: true, body: true, is_available_for_all_inboxes: true },
  id: ['id'],
  title: ['name'],
  bodies: [{ fields: [{ field: 'subject' }] }, { fields: [{ field: 'body', isHtml: true }] }],
});
