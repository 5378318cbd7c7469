import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { notify } from '../../webhooks/notify.ts';
import { getOutbound } from '../../world/world.ts';
import { phoneAction } from './action.ts';

/**
 * A link of a message is followed: by its button (`cta`) or in its text (`body`). Clicks are told of messages that were
 * sent by the Marketing Messages API, and of no others.
 */
export const followLinkAction = phoneAction({
  schema: z.strictObject({ messageId: z.string().min(1), component: z.enum(['cta', 'body']).default('cta') }),
  run({ messageId, component }, { runtime: { simulation }, customer }) {
    const { world, clock, random } = simulation;
    const message = getOutbound(world, messageId)?.message;
    if (message?.waId !== customer.waId) throw new Refusal(404, `No message ${messageId} on this phone`);
    const isTold = message.pricing.category === 'marketing_lite';
    if (!isTold) return { told: false };
    notify(simulation, {
      phoneNumberId: message.phoneNumberId,
      waId: customer.waId,
      field: 'messages',
      value: {
        user_actions: [
          {
            action_type: 'marketing_messages_link_click',
            timestamp: String(Math.floor(clock.now() / 1000)),
            marketing_messages_link_click_data: {
              click_component: component,
              click_id: `clk_${random.base62(10)}`,
              tracking_token: `trk_${random.base62(10)}`,
            },
          },
        ],
      },
    });
    return { told: true };
  },
});
