// Made from this folder by `npm run generate`; a test compares the two.
import { conversations } from './conversations.ts';
import { draft } from './draft.ts';
import type { Format } from './format.ts';
import { library } from './library.ts';
import { openaiMessages } from './openai-messages.ts';
import { transcript } from './transcript.ts';
import { transcriptRecord } from './transcript-record.ts';

export const FORMATS: readonly Format[] = [conversations, draft, library, openaiMessages, transcript, transcriptRecord];
