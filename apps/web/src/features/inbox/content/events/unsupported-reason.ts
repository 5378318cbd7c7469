import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ContentOf } from '@renkei/contract';

interface Reason {
  readonly says: MessageDescriptor;
  readonly remedy: MessageDescriptor;
}

const ask = msg`If it matters, ask for it as a text or a file.`;
const look = msg`Look at it on the phone.`;

const poll: Reason = { says: msg`A poll. WhatsApp does not pass polls on to businesses.`, remedy: ask };
const viewOnce: Reason = {
  says: msg`Something to be viewed once. WhatsApp shows it on the phone only.`,
  remedy: ask,
};
const edit: Reason = {
  says: msg`The customer changed a message. WhatsApp does not pass the new text on to this number.`,
  remedy: msg`If it matters, ask what has changed.`,
};

/** By what the provider says it was. The list is open: new words come without notice. */
const byWhat: Readonly<Record<string, Reason>> = {
  edit,
  poll,
  poll_creation: poll,
  poll_update: poll,
  view_once: viewOnce,
  view_once_message: viewOnce,
  event: {
    says: msg`An invitation to an event. WhatsApp does not pass these on to businesses.`,
    remedy: ask,
  },
  button: { says: msg`A message with buttons, sent by another business.`, remedy: ask },
};

/** Source: Meta, webhooks reference, "unsupported" and "Error codes" (2026). */
const byCode: Readonly<Record<number, Reason>> = {
  131051: { says: msg`A kind of message that WhatsApp does not pass on to businesses.`, remedy: ask },
  131060: {
    says: msg`Written on or sent to a linked device that WhatsApp cannot pass messages on from.`,
    remedy: look,
  },
  130501: { says: msg`A kind of message that WhatsApp does not pass on from groups.`, remedy: ask },
};

/** Why a message cannot be shown and what to do; undefined where only the provider's own words say it. */
export function unsupportedReason({ what, providerCode }: ContentOf<'unsupported'>): Reason | undefined {
  const known = what === undefined ? undefined : byWhat[what];
  return known ?? (providerCode === undefined ? undefined : byCode[providerCode]);
}
