import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/core/conversation.ts';
import { wholeFile } from '../../src/core/source.ts';
import type { ReadDocument } from '../../src/formats/read-document.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { readJson } from '../../src/texts/json.ts';
import { placeComplaint, textsOf } from '../reading-back.ts';

/**
 * Calls in six notations, compared with the turns that somebody else made of them. The data is not ours to ship:
 * REPLYLINT_DATA names the folder that holds it, and without it there is nothing to test.
 */
const DATA = process.env['REPLYLINT_DATA'] ?? '';
const LABELLED = join(DATA, 'formats/ms-call-transcripts/transcriptsdata');
const BARE = join(DATA, 'formats/ms-call-transcripts/calltranscripts');
const TURNS = join(DATA, 'conversations/en_ms_calls.jsonl');

/** Where the other reading is wrong. */
const THEIRS_IS_WRONG: Readonly<Record<string, string>> = {
  '17fe2875': '“End of Transcript” is in the last message',
  '3edae30c': '“End of Transcript” is in the last message',
  dc078a3c: '“End of Transcript” is in the last message',
  f43a8114: '“End of Transcript” is in the last message, and the header is two turns',
  '41458bfd': '“Total Words” is in the last message',
  '892ecf84': '“Length of Transcript” is in the last message',
  bad22f6c: '“Word Count” is in the last message',
  '4f83b4eb': 'the header is two turns',
  '5898bd2f': 'the header is two turns, and lines that name the next speaker are in the message before',
  ae40f2ee: 'what the “Operator” says first is lost',
  f76ead09: 'what the “Representative” says first is lost',
  d9efa11a: 'the lines of lists are lost',
  '9949b4cc': 'the time behind each label is in the words',
};

interface Call {
  readonly id: string;
  readonly text: string;
  readonly read: ReadDocument;
}

interface Turn {
  readonly role: string;
  readonly at?: string;
  readonly text: string;
}

function callsIn(folder: string): readonly Call[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return {
        id: (JSON.parse(text) as { ConversationId: string }).ConversationId,
        text,
        read: readDocument(wholeFile(file, text), readJson, { agents: [], fields: {} }),
      };
    });
}

function turnsById(): ReadonlyMap<string, readonly Turn[]> {
  if (!existsSync(TURNS)) return new Map();
  const lines = readFileSync(TURNS, 'utf8').trim().split('\n');
  return new Map(
    lines.map((line) => {
      const { id, turns } = JSON.parse(line) as { id: string; turns: readonly Turn[] };
      return [id.replace(/^ms-/, ''), turns];
    }),
  );
}

function messagesOf({ read }: Call): readonly Message[] {
  const [document] = read.documents;
  return document?.kind === 'conversation' ? document.conversation.messages : [];
}

const plain = (words: string) => words.replace(/\s+/g, ' ').trim();

/** What people said; stage directions are in one reading only. */
function saidIn(turns: readonly { role: string; text: string }[]): readonly string[] {
  return turns.filter(({ role }) => role !== 'system').map(({ role, text }) => `${role}: ${plain(text)}`);
}

describe.skipIf(!existsSync(LABELLED) || !existsSync(TURNS))('calls with speakers', () => {
  const calls = callsIn(LABELLED);
  const turns = turnsById();
  const others = calls.filter(({ id }) => turns.has(id));

  test('are all read', () => {
    expect(others.length).toBe(turns.size);
    for (const call of calls)
      expect([call.id, call.read.problems, messagesOf(call).length > 5]).toEqual([call.id, [], true]);
  });

  test('have the turns that somebody else made of them', () => {
    const different = others
      .filter((call) => {
        const ours = messagesOf(call).map(({ role, text }) => ({ role, text: text.words }));
        return saidIn(ours).join('\n') !== saidIn(turns.get(call.id) ?? []).join('\n');
      })
      .map(({ id }) => id.slice(0, 8));
    expect(different.sort()).toEqual(Object.keys(THEIRS_IS_WRONG).sort());
  });

  test('have the times that somebody else took from them', () => {
    let compared = 0;
    for (const call of others) {
      const start = Date.parse(`${(JSON.parse(call.text) as { StartTime: string }).StartTime.replace(' ', 'T')}Z`);
      const ours = messagesOf(call).filter(({ role }) => role !== 'system');
      const theirs = (turns.get(call.id) ?? []).filter(({ role }) => role !== 'system');
      if (ours.length !== theirs.length || theirs.every(({ at }) => at === undefined)) continue;
      for (const [index, { at }] of theirs.entries()) {
        if (at === undefined) continue;
        compared++;
        expect([call.id, index, ours[index]?.at?.at]).toEqual([call.id, index, Date.parse(`${at}Z`) - start]);
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test('have every range of every message where it was written', () => {
    for (const { id, text, read } of calls.slice(0, 30))
      for (const one of read.documents.flatMap(textsOf))
        expect([id, placeComplaint(wholeFile('call.json', text), one)]).toEqual([id, undefined]);
  });
});

describe.skipIf(!existsSync(BARE))('calls without speakers', () => {
  test('are refused for want of an agent', () => {
    const calls = callsIn(BARE);
    expect(calls.length).toBeGreaterThan(0);
    for (const { id, read } of calls)
      expect([id, read.documents.length, read.problems.map((problem) => problem.id)]).toEqual([
        id,
        0,
        ['input/unknown-agent'],
      ]);
  });
});
