import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/core/conversation.ts';
import { wholeFile } from '../../src/core/source.ts';
import { factsOfConversation, Timeline } from '../../src/engine/timeline.ts';
import { readDocument } from '../../src/formats/read-document.ts';

function conversation(text: string): Conversation {
  const [document] = readDocument(wholeFile('a.txt', text), undefined, { agents: [], fields: {} }).documents;
  if (document?.kind !== 'conversation') throw new Error('no conversation');
  return document.conversation;
}

function messagesOf(text: string) {
  const read = conversation(text);
  return { timeline: new Timeline(read, undefined), messages: read.messages };
}

describe('what events and speakers tell', () => {
  const facts = (text: string) => factsOfConversation(conversation(text), {});

  test('holds, how often and how long', () => {
    expect(facts('Holds: 00:00:10-00:00:40, 00:01:00-00:01:20\nAgent: a\nCustomer: b')).toEqual({
      holds: 2,
      'hold time': 48_000,
    });
    expect(facts('Hold time: 90 s\nHolds: 00:00:10-00:00:40\nAgent: a\nCustomer: b')['hold time']).toBe(90_000);
  });

  test('transfers and returns, from events or from the names of agents in turn', () => {
    expect(facts('Transfers: a, b, a\nAgent: x\nCustomer: y')).toEqual({ transfers: 3, returns: 1 });
    expect(facts('Agent Ann: x\nCustomer: y\nAgent Bo: x\nAgent Ann: x')).toEqual({ transfers: 2, returns: 1 });
    expect(facts('Agent Ann: x\nCustomer: y\nAgent Ann: x')).toEqual({});
    expect(facts('Agent Ann: x\nCustomer: y\nAgent: x\nAgent Bo: x')).toEqual({});
  });

  test('what the source says wins over what is configured, and both over what is worked out', () => {
    const read = conversation('Rings: 4\nTransfers: a, b\nAgent: x\nCustomer: y');
    expect(factsOfConversation(read, { rings: 2, bulk: true })).toMatchObject({ rings: 4, bulk: true, transfers: 2 });
    expect(factsOfConversation(read, { transfers: 5 }).transfers).toBe(5);
  });
});

describe('silence', () => {
  test('counts from the end of the words before', () => {
    const { timeline, messages } = messagesOf(
      'Agent (10:00:00-10:00:05): hold on\nCustomer (10:00:06): ok\nAgent (10:00:45): back',
    );
    expect(timeline.silenceBefore(messages[2] as never)).toEqual({ least: 39_000, most: 41_000 });
    expect(timeline.silenceBefore(messages[0] as never)).toBeUndefined();
  });

  test('takes words whose end is not known for spoken slowly', () => {
    const { timeline, messages } = messagesOf(
      'Agent (10:00:00): one two three four\nCustomer: ok\nAgent (10:00:30): b',
    );
    expect(timeline.silenceBefore(messages[2] as never)).toEqual({ least: 27_000, most: 31_000 });
  });
});

describe('facts of messages', () => {
  test('answered: by an agent or a bot, and unknown where the source may go on', () => {
    const answered = (text: string) => {
      const { timeline, messages } = messagesOf(text);
      return messages.map((message) => timeline.factsOf(message).answered);
    };
    expect(answered('Customer: a\nAgent: b\nCustomer: c')).toEqual([true, false, false]);
    expect(answered('Customer: a\nAgent: b\nCustomer: c\n...')).toEqual([true, undefined, undefined]);
  });

  test('on hold: between two messages of the agent', () => {
    const { timeline, messages } = messagesOf(
      'Holds: 10:00:10-10:00:40\nAgent (10:00:00): a\nCustomer (10:00:05): b\nAgent (10:00:42): c\nAgent (10:00:50): d',
    );
    expect(messages.map((message) => timeline.factsOf(message)['on hold'])).toEqual([undefined, false, true, false]);
  });
});
