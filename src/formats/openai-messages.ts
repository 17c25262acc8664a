import type { Message } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import { parseTime, timeOfEpoch } from '../core/parse-time.ts';
import type { Text } from '../core/text.ts';
import { join } from '../core/text.ts';
import type { Shape } from '../texts/shape.ts';
import { isShape, isString, shapesIn, valueAt, wordsOf } from '../texts/shape.ts';
import type { Tree, TreePath } from '../texts/tree.ts';
import { roleOfField } from '../transcripts/roles.ts';
import type { TreeFormat } from './format.ts';
import { SURE } from './format.ts';

export const openaiMessages: TreeFormat = {
  name: 'openai-messages',
  about:
    'Chats with an AI assistant: {"messages": [{"role": "user"|"assistant", "content": "…" or [{"type": "text", "text"}]}]}, an object or a list.',
  kind: 'conversation',
  syntax: 'tree',
  tells: {
    files: 'JSON, JSONL',
    knownBy: '`messages` with `role` and `content`',
    roles: '`role`',
    times: '`created_at`',
  },
  likeness(value) {
    const first = Array.isArray(value) ? value.find(isShape) : value;
    if (!isShape(first)) return 0;
    const messages = Array.isArray(first['messages']) ? first['messages'] : isMessage(first) ? [first] : [];
    return messages.length > 0 && messages.filter(isShape).every(isMessage) ? SURE : 0;
  },
  read(tree) {
    const documents: Document[] = [];
    if (Array.isArray(tree.value) && tree.value.every((item) => !isShape(item) || isMessage(item))) {
      documents.push(conversationAt(tree, [], undefined));
    } else if (Array.isArray(tree.value)) {
      for (const { shape, path } of shapesIn(tree, []))
        documents.push(conversationAt(tree, [...path, 'messages'], shape));
    } else {
      documents.push(conversationAt(tree, ['messages'], tree.value as Shape));
    }
    return { documents, problems: [] };
  },
};

const ID_FIELDS = ['id', 'conversation_id', 'custom_id'];
const ROLES = ['system', 'developer', 'user', 'assistant', 'tool', 'function'];

function isMessage(shape: Shape): boolean {
  return isString(shape['role']) && ROLES.includes(shape['role']) && 'content' in shape && !('text' in shape);
}

function conversationAt(tree: Tree, messagesPath: TreePath, about: Shape | undefined): Document {
  const messages: Message[] = [];
  for (const { shape, path } of shapesIn(tree, messagesPath)) {
    const text = contentText(tree, shape, path);
    const role = isString(shape['role']) ? roleOfField(shape['role']) : undefined;
    if (text === undefined || role === undefined) continue;
    const created = shape['created_at'] ?? shape['timestamp'];
    messages.push({
      index: path.at(-1) as number,
      role,
      speaker: isString(shape['name']) ? shape['name'] : undefined,
      text,
      at: typeof created === 'number' ? timeOfEpoch(created) : isString(created) ? parseTime(created) : undefined,
    });
  }
  return {
    kind: 'conversation',
    conversation: {
      id: about === undefined ? undefined : wordsOf(about, ID_FIELDS),
      channel: 'chat',
      messages,
      start: 'known',
      end: 'known',
    },
    guesses: [],
  };
}

/** A string, or the text parts of a list; pictures and tool calls have no words. */
function contentText(tree: Tree, shape: Shape, path: TreePath): Text | undefined {
  const { content } = shape;
  if (isString(content)) return tree.text([...path, 'content']);
  if (!Array.isArray(content)) return undefined;
  const parts: Text[] = [];
  for (const { shape: part, path: at } of shapesIn(tree, [...path, 'content'])) {
    if (isString(part['text'])) parts.push(tree.text([...at, 'text']));
    else if (isString(valueAt(part, ['text', 'value']))) parts.push(tree.text([...at, 'text', 'value']));
  }
  return parts.length === 0 ? undefined : join(parts, '\n');
}
