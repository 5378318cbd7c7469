import type { InboundContent } from '@renkei/graph-api';
import type { ReceivedContent } from '../../../../../inbound.ts';
import { unsupportedContent } from '../define.ts';
import { readCallPermissionReply } from './call-permission-reply.ts';
import type { ReadReply, ReplyType } from './define.ts';
import { readFormReply } from './form-reply.ts';
import { readPaymentMethodReply } from './payment-method-reply.ts';
import { readButtonReply, readListReply } from './taps.ts';

/** Every reply of an interactive message and what it becomes with us; the compiler names the missing. */
const replies: { readonly [Type in ReplyType]: ReadReply<Type> } = {
  button_reply: readButtonReply,
  list_reply: readListReply,
  nfm_reply: readFormReply,
  call_permission_reply: readCallPermissionReply,
  payment_method: readPaymentMethodReply,
  unknown: ({ wireType }) =>
    unsupportedContent(`interactive.${wireType}`, 'this reply cannot be shown yet', { what: wireType }),
};

export function readReply(reply: InboundContent<'interactive'>): ReceivedContent {
  // The entry of a reply's own type takes that reply; the compiler cannot follow the pair through the union.
  const read = replies[reply.type] as (reply: InboundContent<'interactive'>) => ReceivedContent;
  return read(reply);
}
