import { z } from 'zod';
import { decoration, wireId, wireTimestamp } from '../../../wire.ts';
import { defineNumberField } from '../define.ts';

const control = decoration(
  z.looseObject({
    previous_owner_role: decoration(z.string()),
    new_owner_role: decoration(z.string()),
    metadata: decoration(z.string()),
    conversation_context: decoration(
      z.looseObject({
        type: decoration(z.string()),
        summary: decoration(z.looseObject({ text: decoration(z.string()) })),
      }),
    ),
  }),
);

const handover = z.looseObject({
  messaging_product: decoration(z.string()),
  /** `control_passed`: the thread is ours. `control_taken`: stop replying. */
  type: decoration(z.string()),
  timestamp: decoration(wireTimestamp),
  sender: decoration(z.looseObject({ phone_number: decoration(wireId), user_id: decoration(wireId) })),
  recipient: decoration(
    z.looseObject({ phone_number_id: decoration(wireId), display_phone_number: decoration(wireId) }),
  ),
  control_passed: control,
  control_taken: control,
});

/** Who may answer a thread changed. (Meta, "messaging_handovers webhook", 2026) */
export const messagingHandovers = defineNumberField('messaging_handovers', (value) => {
  const { sender, recipient, ...rest } = handover.parse(value);
  return {
    metadata: {
      phoneNumberId: recipient?.phone_number_id,
      displayPhoneNumber: recipient?.display_phone_number,
    },
    waId: sender?.phone_number,
    userId: sender?.user_id,
    type: rest.type,
    timestamp: rest.timestamp,
    control: rest.control_passed ?? rest.control_taken,
  };
});
