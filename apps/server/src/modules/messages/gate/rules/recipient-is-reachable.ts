import { createProblem } from '#platform/errors';
import type { GateFacts } from '../facts.ts';
import { allow, refuse, type Verdict } from '../verdict.ts';

/** Meta gives 131026 for many reasons and names none; a day later it may be over. */
const unreachableForMs = 24 * 60 * 60 * 1000;

const phonePattern = /^[1-9]\d{4,14}$/;

export function recipientIsReachable({ now, channel, recipient }: GateFacts): Verdict {
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
