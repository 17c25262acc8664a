import { describedConversation } from './described-conversation.ts';

const ROLES = {
  agent: 'agent',
  customer: 'customer',
  supervisor: 'agent',
  custom_bot: 'bot',
  system: 'system',
} as const;

export const amazonCallAnalytics = describedConversation({
  name: 'amazon-call-analytics',
  about: 'Transcripts of Amazon Transcribe Call Analytics and Contact Lens, with the start and end of each turn.',
  tells: { roles: '`ParticipantRole`', times: 'start and end of each turn' },
  conversations: ['', '*'],
  record: { Transcript: true, Participants: true },
  messages: ['Transcript'],
  marks: { Content: true, BeginOffsetMillis: true },
  message: {
    text: [{ field: 'Content' }],
    role: [{ field: 'ParticipantRole', roles: ROLES }],
    speaker: [],
    at: ['BeginOffsetMillis'],
    until: ['EndOffsetMillis'],
    isOffset: true,
  },
  people: {
    list: 'Participants',
    id: ['ParticipantId'],
    role: [{ field: 'ParticipantRole', roles: ROLES }],
    name: [],
    of: ['ParticipantId'],
  },
  id: ['CustomerMetadata.ContactId', 'ContactId', 'JobName'],
  language: ['LanguageCode'],
  channel: 'phone',
});
