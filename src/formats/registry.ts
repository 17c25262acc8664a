// Made from this folder by `npm run generate`; a test compares the two.
import { conversations } from './conversations.ts';
import { draft } from './draft.ts';
import type { Format } from './format.ts';
import { library } from './library.ts';
import { markdownLibrary } from './markdown-library.ts';
import { openaiMessages } from './openai-messages.ts';
import { tableConversations } from './table-conversations.ts';
import { tableLibrary } from './table-library.ts';
import { transcript } from './transcript.ts';
import { transcriptRecord } from './transcript-record.ts';

export const FORMATS: readonly Format[] = [
  conversations,
  draft,
  library,
  markdownLibrary,
  openaiMessages,
  tableConversations,
  tableLibrary,
  transcript,
  transcriptRecord,
];
