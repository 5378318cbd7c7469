import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import type { GateRule } from '../rule.ts';
import { allow, type RuleVerdict, refuse } from '../verdict.ts';

export const recipientIsReachable: GateRule = {
  id: 'recipient-is-reachable',
  version: '2026-11-21',
  title: {
    en: 'The recipient is a number on WhatsApp that could be reached lately, and not our own',
    ja: '宛先が有効で、直近に配信できていて、自分の番号ではないこと',
  },
  source: 'Meta, Error codes: 131021, 131026 (2026-06)',
  judge,
};

/** Meta gives 131026 for many reasons and names none; a day later it may be over. */
const unreachableForMs = 24 * 60 * 60 * 1000;

const phonePattern = /^[1-9]\d{4,14}$/;

function judge({ now, channel, recipient }: GateFacts): RuleVerdict | undefined {
  const { phone, userId, groupId, unreachableSince } = recipient;
  if (userId === null && groupId === null && (phone === null || !phonePattern.test(phone))) {
    return refuse(createProblem('recipient_invalid'));
  }
  if (phone !== null && phone === channel.phoneNumber) {
    return refuse(
      createProblem('recipient_is_sender', {
        detail: {
          en: `${channel.displayPhoneNumber} is this channel's own number.`,
          ja: `${channel.displayPhoneNumber} はこのチャネル自身の番号です。`,
        },
      }),
    );
  }
  if (unreachableSince && now.getTime() - unreachableSince.getTime() < unreachableForMs) {
    const until = new Date(unreachableSince.getTime() + unreachableForMs).toISOString();
    return refuse(
      createProblem('recipient_unreachable', {
        detail: {
          en: `WhatsApp could not deliver to this customer at ${unreachableSince.toISOString()} and nothing has come from them since. It may be tried again after ${until}, or as soon as they write.`,
          ja: `${unreachableSince.toISOString()} にWhatsAppはこのお客様に配信できず、その後お客様からの連絡もありません。${until} 以降、またはお客様からメッセージが届いた後に再試行できます。`,
        },
        providerCode: 131026,
      }),
    );
  }
  return allow;
}
