import { createHash } from 'node:crypto';

/** Twilio's ids: two letters and 32 hex digits. Ids of this world are found behind them again. */

/** Of a message; those that Twilio itself has accepted carry theirs already. */
export function messageSid(messageId: string): string {
  if (/^SM[0-9a-f]{32}$/.test(messageId)) return messageId;
  return `SM${createHash('md5').update(messageId).digest('hex')}`;
}

export function mediaSid(mediaId: string): string {
  return `ME${mediaId.padStart(32, '0')}`;
}

export function contentSid(templateId: string): string {
  return `HX${templateId.padStart(32, '0')}`;
}

/** The id of this world behind a media or content SID. */
export function idOf(sid: string): string {
  return sid.slice(2).replace(/^0+/, '');
}
