import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { HoldReason } from '@renkei/contract';

/** Why messages wait, in a shop owner's words. */
export const holdTitles = {
  system_held: msg`All sending is stopped`,
  channel_state: msg`This number cannot send at the moment`,
  number_throttled: msg`WhatsApp asked this number to pause`,
  portfolio_limit: msg`WhatsApp allows no more new people for your company now`,
  rule: msg`A rule about sending holds it`,
  pair_rate: msg`Many messages to one person within a short time`,
  order: msg`Waiting for an earlier message to the same person`,
  retry: msg`WhatsApp refused it for the moment`,
  unreachable: msg`WhatsApp cannot be reached`,
} as const satisfies Record<HoldReason, MessageDescriptor>;
