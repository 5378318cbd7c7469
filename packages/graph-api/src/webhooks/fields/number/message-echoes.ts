import type { JsonRecord } from '../../../json.ts';
import { type InboundMessage, readMessage } from '../../read-message.ts';
import { defineNumberField } from '../define.ts';
import { listItems, type NumberScope, readNumberScope } from './number-scope.ts';

/** Messages the business itself typed in the WhatsApp Business app; the recipient stands in `common.to`. */
export interface MessageEchoesValue extends NumberScope {
  readonly messageEchoes: readonly InboundMessage[];
}

/** Reads echoes. Never throws. (Meta, "smb_message_echoes webhook", 2026) */
export function parseMessageEchoesValue(value: JsonRecord): MessageEchoesValue {
  return { ...readNumberScope(value), messageEchoes: listItems(value, 'message_echoes').map(readMessage) };
}

export const smbMessageEchoes = defineNumberField('smb_message_echoes', parseMessageEchoesValue);

/** Offered in dashboards without a documented payload; read alike. */
export const messageEchoes = defineNumberField('message_echoes', parseMessageEchoesValue);
