import type { InboundContent } from '@renkei/graph-api';
import type { ReceivedContent } from '../../../../../inbound.ts';

type Interactive = InboundContent<'interactive'>;

/** The reply types of an interactive message; `unknown` is one that Meta has added since. */
export type ReplyType = Interactive['type'];

export type ReadReply<Type extends ReplyType> = (
  reply: Extract<Interactive, { type: Type }>,
) => ReceivedContent;
