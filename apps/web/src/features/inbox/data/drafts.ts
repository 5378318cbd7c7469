import { readPreference, writePreference } from '../../../lib/preferences.ts';

/** What somebody has begun to write stays, per conversation, until it is sent. */
export function readDraft(conversationId: string): string {
  return readPreference(keyOf(conversationId)) ?? '';
}

export function writeDraft(conversationId: string, text: string): void {
  writePreference(keyOf(conversationId), text === '' ? null : text);
}

function keyOf(conversationId: string): string {
  return `renkei-draft-${conversationId}`;
}
