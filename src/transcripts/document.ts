import type { Conversation } from '../core/conversation.ts';
import type { InputProblem, ReadResult } from '../core/input.ts';
import type { Text } from '../core/text.ts';
import type { TranscriptHints } from './transcript.ts';
import { readTranscript } from './transcript.ts';

/** The conversation that a transcript holds, or why it cannot be linted. @param about what is known beside the transcript */
export function documentsOfTranscript(
  text: Text,
  about: Omit<Conversation, 'messages' | 'start' | 'end'>,
  hints: TranscriptHints,
): ReadResult {
  const transcript = readTranscript(text, hints);
  const problems: InputProblem[] = [];
  const [unknown] = transcript.unknownSpeakers;
  if (unknown !== undefined) {
    const names = transcript.unknownSpeakers.map(({ name }) => name).join(', ');
    problems.push({ id: 'input/unknown-agent', span: spanOf(text, unknown.at), data: { names } });
  } else if (transcript.messages.length === 0 && text.words.trim() !== '') {
    problems.push({ id: 'input/unknown-agent', span: spanOf(text, { start: 0, end: 0 }), data: { names: '' } });
  }
  if (problems.length > 0) return { documents: [], problems };
  const { header } = transcript;
  const facts = { ...header.facts, ...about.facts };
  const conversation: Conversation = {
    ...about,
    // What stands above the conversation itself is more than what a configuration says of many files.
    channel: header.channel ?? about.channel,
    facts: Object.keys(facts).length === 0 ? undefined : facts,
    events: about.events ?? header.events,
    messages: transcript.messages,
    start: transcript.isCutAtStart ? 'unknown' : 'known',
    end: transcript.isCutAtEnd ? 'unknown' : 'known',
  };
  return { documents: [{ kind: 'conversation', conversation, guesses: transcript.guesses }], problems };
}

function spanOf(text: Text, range: { start: number; end: number }): { start: number; end: number } {
  return text.locate(range).spans[0] ?? { start: 0, end: 0 };
}
