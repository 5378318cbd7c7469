import type { InboundMessageType, ReadableMessage } from '@renkei/graph-api';
import type { IdentityChange, ReceivedContent } from '../../../../inbound.ts';

/** What one wire type becomes. */
export interface ReadContent {
  readonly content: ReceivedContent;
  /** Default true. False for what WhatsApp tells about the customer or about an earlier message. */
  readonly spoken?: boolean;
  readonly identityChange?: IdentityChange;
}

export type ReadKind<Type extends InboundMessageType> = (message: ReadableMessage<Type>) => ReadContent;

/** Kept, counted and shown as "cannot be shown yet", with the type as Meta wrote it. */
export function unsupportedContent(wireType: string, reason: string): ReceivedContent {
  return { kind: 'unsupported', wireType, reason };
}
