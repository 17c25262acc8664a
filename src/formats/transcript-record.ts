import type { ReadResult } from '../core/input.ts';
import type { Mail } from '../core/mail.ts';
import { parseTime } from '../core/parse-time.ts';
import { channelNamed } from '../core/read-fact.ts';
import { mailOfRecord } from '../mail/record.ts';
import { factsOfRecord } from '../texts/facts.ts';
import type { Shape } from '../texts/shape.ts';
import { fieldOf, isShape, isString, valueAt, wordsOf } from '../texts/shape.ts';
import { documentsOfTranscript } from '../transcripts/document.ts';
import { transcriptLikeness } from '../transcripts/transcript.ts';
import type { FormatSettings, TreeFormat } from './format.ts';

export const transcriptRecord: TreeFormat = {
  name: 'transcript-record',
  about:
    'One call or chat as JSON whose transcript is a single text: {"ConversationId", "StartTime", "Content": "Agent: …\\nCustomer: …"}.',
  kind: 'conversation',
  syntax: 'tree',
  tells: {
    files: 'JSON, JSONL',
    knownBy: 'an id and one text that is a transcript',
    roles: 'as transcript',
    times: 'as transcript',
    refuses: 'line breaks, labels',
  },
  likeness(value, settings) {
    const path = isShape(value) ? transcriptField(value, settings) : undefined;
    if (!isShape(value) || path === undefined) return 0;
    // A canned reply has an id and a text too.
    const isRecord = settings.fields['text'] !== undefined || wordsOf(value, CALL_FIELDS) !== undefined;
    return isRecord || transcriptLikeness(String(valueAt(value, path))) > 0.5 ? 0.8 : 0.4;
  },
  read(tree, settings) {
    const shape = tree.value as Shape;
    const path = transcriptField(shape, settings);
    if (path === undefined) return { documents: [], problems: [] };
    const isCall =
      parseTime(wordsOf(shape, START_FIELDS) ?? '') !== undefined &&
      parseTime(wordsOf(shape, END_FIELDS) ?? '') !== undefined;
    const channel = channelNamed(wordsOf(shape, CHANNEL_FIELDS) ?? '') ?? settings.channel;
    return withMail(
      documentsOfTranscript(
        tree.text(path),
        {
          id: wordsOf(
            shape,
            settings.fields['conversation'] === undefined ? ID_FIELDS : [settings.fields['conversation']],
          ),
          channel: channel ?? (isCall ? 'phone' : undefined),
          ...factsOfRecord(shape),
        },
        settings,
      ),
      channel === 'email'
        ? mailOfRecord(tree, shape, [], { isBulk: settings.bulk, except: ['from', 'to'] })
        : undefined,
    );
  },
};

/** The headers of a record are those of the first mail in it. */
function withMail(result: ReadResult, mail: Mail | undefined): ReadResult {
  if (mail === undefined) return result;
  return {
    ...result,
    documents: result.documents.map((document) => {
      if (document.kind !== 'conversation') return document;
      const messages = document.conversation.messages.map((message, index) =>
        index === 0 ? { ...message, mail } : { ...message, mail: { headers: {}, isBulk: mail.isBulk } },
      );
      return { ...document, conversation: { ...document.conversation, subject: mail.headers.subject, messages } };
    }),
  };
}

const TEXT_FIELDS = ['Content', 'content', 'transcript', 'Transcript', 'text', 'conversation'];
const START_FIELDS = ['StartTime', 'start_time'];
const END_FIELDS = ['EndTime', 'end_time'];
const CHANNEL_FIELDS = ['channel', 'Channel', 'metadata.channel'];
const CALL_FIELDS = ['ConversationId', 'conversation_id', 'conversationId', 'CallId', 'call_id'];
const ID_FIELDS = [...CALL_FIELDS, 'id'];

function transcriptField(shape: Shape, { fields }: FormatSettings) {
  const named = fields['text'];
  const path = fieldOf(shape, named === undefined ? TEXT_FIELDS : [named], isString);
  return path !== undefined && String(valueAt(shape, path)).length > 0 ? path : undefined;
}
