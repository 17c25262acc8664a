import { placesAt } from '../texts/places.ts';
import { isShape } from '../texts/shape.ts';
import { describedLibrary } from './described-library.ts';

export const zendeskMacros = describedLibrary({
  name: 'zendesk-macros',
  about:
    'Macros of Zendesk (`/api/v2/macros.json`): the comments they write; those that write private notes are left out.',
  entries: ['macros.*', 'results.*', 'macro', '*', ''],
  marks: { title: true, 'actions.0.field': true },
  id: ['id'],
  title: ['title', 'raw_title'],
  bodies: [
    {
      within: 'actions.*',
      where: { field: ['comment_value_html'] },
      fields: [
        { field: 'value', isHtml: true },
        { field: 'value.1', isHtml: true },
      ],
    },
    // A list where the comment is for one channel: ["channel:chat", "…"].
    { within: 'actions.*', where: { field: ['comment_value'] }, fields: [{ field: 'value' }, { field: 'value.1' }] },
  ],
  leaveOut: (macro) =>
    placesAt(macro.value, 'actions.*').some(
      ({ value }) =>
        isShape(value) && value['field'] === 'comment_mode_is_public' && String(value['value']) === 'false',
    ),
});
