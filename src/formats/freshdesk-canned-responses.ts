import { describedLibrary } from './described-library.ts';

export const freshdeskCannedResponses = describedLibrary({
  name: 'freshdesk-canned-responses',
  about: 'Canned responses of Freshdesk (`/api/v2/canned_response_folders/ID/responses`), by their HTML.',
  entries: ['*', 'canned_responses.*', '', 'responses.*'],
  marks: { title: true, content: true, folder_id: true },
  id: ['id'],
  title: ['title'],
  bodies: [
    {
      fields: [
        { field: 'content_html', isHtml: true },
        { field: 'content', isHtml: true },
      ],
    },
  ],
});
