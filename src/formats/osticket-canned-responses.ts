import { describedLibrary } from './described-library.ts';

export const osticketCannedResponses = describedLibrary({
  name: 'osticket-canned-responses',
  about: 'Canned responses of osTicket: the YAML of `premade.yaml`, or rows of its table.',
  entries: ['*', ''],
  marks: { isenabled: true, title: true, response: true },
  id: ['canned_id', 'id'],
  title: ['title'],
  language: ['lang'],
  bodies: [{ fields: [{ field: 'response', isHtml: true }] }],
});
