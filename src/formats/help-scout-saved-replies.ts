import { describedLibrary } from './described-library.ts';

export const helpScoutSavedReplies = describedLibrary({
  name: 'help-scout-saved-replies',
  about:
    'Saved replies of Help Scout: both the text for mails and the one for chats. Lists have previews only and are not read.',
  entries: ['*', '_embedded.saved-replies.*', 'savedReplies.*', ''],
  marks: { name: true, text: true, chatText: true },
  id: ['id'],
  title: ['name'],
  bodies: [{ fields: [{ field: 'text', isHtml: true }] }, { fields: [{ field: 'chatText' }] }],
});
