import type { InboundMessageType, ReadableMessage } from '@renkei/graph-api';
import type { IdentityChange, ReceivedContent } from '../../../../inbound.ts';

/** What one wire type becomes: content, or a change of an earlier message. */
export type ReadKindResult = ReadContent | ReadRevision;

export interface ReadContent {
  readonly content: ReceivedContent;
  /** Default true. False for what WhatsApp tells about the customer. */
  readonly spoken?: boolean;
  readonly identityChange?: IdentityChange;
}

export interface ReadRevision {
  readonly revision: {
    readonly targetProviderMessageId: string;
    /** The new text or caption; null: taken back. */
    readonly text: string | null;
  };
}

export type ReadKind<Type extends InboundMessageType> = (message: ReadableMessage<Type>) => ReadKindResult;

/** Kept, counted and shown as "cannot be shown yet", with the type as Meta wrote it. */
export function unsupportedContent(
  wireType: string,
  reason: string,
  more: { readonly what?: string | undefined; readonly providerCode?: number | undefined } = {},
): ReceivedContent {
  return { kind: 'unsupported', wireType, reason, ...more };
}
