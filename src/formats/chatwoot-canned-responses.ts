import { describedLibrary } from './described-library.ts';

export const chatwootCannedResponses = describedLibrary({
  name: 'chatwoot-canned-responses',
  about: 'Canned responses of Chatwoot (`/canned_responses`).',
  entries: ['*', 'payload.*', ''],
  marks: { short_code: true, content: true, account_id: true },
  id: ['id'],
  title: ['short_code'],
  bodies: [{ fields: [{ field: 'content' }] }],
});
