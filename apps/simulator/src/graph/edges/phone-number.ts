import type { PhoneNumber } from '../../world/entities.ts';
import { phoneNumberDefaults, phoneNumberFields } from '../fields/phone-number-fields.ts';
import { selectFields } from '../fields/select-fields.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope, textParameter } from '../graph-call.ts';
import { uploadMediaEdge } from '../media/upload-media.ts';
import { sendMessageEdge } from '../sends/send-message.ts';
import { configurePhoneNumber } from './configure-phone-number.ts';

/** `/{phone-number-id}` and what hangs on it. */
export const phoneNumberEdges: Edges<'phoneNumber'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) =>
      selectFields<PhoneNumber>(
        call.node,
        phoneNumberFields(call.simulation.world, call.caller.app),
        phoneNumberDefaults,
        textParameter(call, 'fields'),
        'WhatsAppBusinessPhoneNumber',
      ),
  },
  'POST ': { scope: managementScope, handle: configurePhoneNumber },
  'POST messages': sendMessageEdge,
  'POST media': uploadMediaEdge,
};
