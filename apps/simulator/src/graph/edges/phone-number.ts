import { callPermissionEdges } from '../calls/call-permissions.ts';
import { callEdges } from '../calls/calls.ts';
import { phoneNumberView } from '../fields/phone-number-fields.ts';
import { showNode } from '../fields/show-node.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope } from '../graph-call.ts';
import { numberGroupEdges } from '../groups/number-groups.ts';
import { uploadMediaEdge } from '../media/upload-media.ts';
import { blockUsersEdges } from '../numbers/block-users.ts';
import { businessProfileEdges } from '../numbers/business-profile.ts';
import { commerceSettingsEdges } from '../numbers/commerce-settings.ts';
import { configureNumber } from '../numbers/configure-number.ts';
import { contactBookEdges } from '../numbers/contact-book.ts';
import { conversationalAutomationEdges } from '../numbers/conversational-automation.ts';
import { encryptionKeyEdges } from '../numbers/encryption-key.ts';
import { officialAccountEdges } from '../numbers/official-account.ts';
import { qrCodeEdges } from '../numbers/qr-codes.ts';
import { settingsEdges } from '../numbers/settings.ts';
import { threadControlEdges } from '../numbers/thread-control.ts';
import { usernameEdges } from '../numbers/username.ts';
import { paymentEdges } from '../payments/payments.ts';
import { sendMarketingMessageEdge } from '../sends/send-marketing-message.ts';
import { sendMessageEdge } from '../sends/send-message.ts';

/** `/{phone-number-id}` and what hangs on it. */
export const phoneNumberEdges: Edges<'phoneNumber'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) =>
      showNode(call, phoneNumberView(call.simulation.world, call.caller.app), phoneNumberEdges),
  },
  'POST ': { scope: managementScope, handle: configureNumber },
  'POST messages': sendMessageEdge,
  'POST marketing_messages': sendMarketingMessageEdge,
  'POST media': uploadMediaEdge,
  ...businessProfileEdges,
  ...settingsEdges,
  ...commerceSettingsEdges,
  ...conversationalAutomationEdges,
  ...blockUsersEdges,
  ...qrCodeEdges,
  ...encryptionKeyEdges,
  ...usernameEdges,
  ...officialAccountEdges,
  ...contactBookEdges,
  ...numberGroupEdges,
  ...callEdges,
  ...callPermissionEdges,
  ...paymentEdges,
  ...threadControlEdges,
};
