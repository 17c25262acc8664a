// Made from this folder by `npm run generate`; a test compares the two.
import { aliyunDialogue } from './aliyun-dialogue.ts';
import { amazonCallAnalytics } from './amazon-call-analytics.ts';
import { chatwootCannedResponses } from './chatwoot-canned-responses.ts';
import { chatwootMessages } from './chatwoot-messages.ts';
import { conversations } from './conversations.ts';
import { draft } from './draft.ts';
import { eml } from './eml.ts';
import type { Format } from './format.ts';
import { freshdeskCannedResponses } from './freshdesk-canned-responses.ts';
import { frontMessages } from './front-messages.ts';
import { frontTemplates } from './front-templates.ts';
import { gorgiasMacros } from './gorgias-macros.ts';
import { gorgiasMessages } from './gorgias-messages.ts';
import { helpScoutSavedReplies } from './help-scout-saved-replies.ts';
import { intercomConversations } from './intercom-conversations.ts';
import { intercomMacros } from './intercom-macros.ts';
import { library } from './library.ts';
import { livechatArchives } from './livechat-archives.ts';
import { markdownLibrary } from './markdown-library.ts';
import { mbox } from './mbox.ts';
import { openaiMessages } from './openai-messages.ts';
import { osticketCannedResponses } from './osticket-canned-responses.ts';
import { qqExport } from './qq-export.ts';
import { srt } from './srt.ts';
import { tableConversations } from './table-conversations.ts';
import { tableLibrary } from './table-library.ts';
import { telegramExport } from './telegram-export.ts';
import { transcript } from './transcript.ts';
import { transcriptRecord } from './transcript-record.ts';
import { webvtt } from './webvtt.ts';
import { wechatExport } from './wechat-export.ts';
import { whatsappExport } from './whatsapp-export.ts';
import { zammadTextModules } from './zammad-text-modules.ts';
import { zendeskChats } from './zendesk-chats.ts';
import { zendeskComments } from './zendesk-comments.ts';
import { zendeskConversationLog } from './zendesk-conversation-log.ts';
import { zendeskMacros } from './zendesk-macros.ts';
import { zendeskQaTickets } from './zendesk-qa-tickets.ts';

export const FORMATS: readonly Format[] = [
  aliyunDialogue,
  amazonCallAnalytics,
  chatwootCannedResponses,
  chatwootMessages,
  conversations,
  draft,
  eml,
  freshdeskCannedResponses,
  frontMessages,
  frontTemplates,
  gorgiasMacros,
  gorgiasMessages,
  helpScoutSavedReplies,
  intercomConversations,
  intercomMacros,
  library,
  livechatArchives,
  markdownLibrary,
  mbox,
  openaiMessages,
  osticketCannedResponses,
  qqExport,
  srt,
  tableConversations,
  tableLibrary,
  telegramExport,
  transcript,
  transcriptRecord,
  webvtt,
  wechatExport,
  whatsappExport,
  zammadTextModules,
  zendeskChats,
  zendeskComments,
  zendeskConversationLog,
  zendeskMacros,
  zendeskQaTickets,
];
