import { phoneNumberView } from '../fields/phone-number-fields.ts';
import { showNode } from '../fields/show-node.ts';
import type { Edges } from '../graph-call.ts';
import { managementScope } from '../graph-call.ts';
import { sendMarketingMessageEdge } from '../sends/send-marketing-message.ts';
import { sendMessageEdge } from '../sends/send-message.ts';
import { callPermissionEdges } from '../topics/calls/call-permissions.ts';
import { callEdges } from '../topics/calls/calls.ts';
import { appDataEdges } from '../topics/coexistence/app-data.ts';
import { numberGroupEdges } from '../topics/groups/number-groups.ts';
import { uploadMediaEdge } from '../topics/media/upload-media.ts';
import { blockUsersEdges } from '../topics/numbers/block-users.ts';
import { businessProfileEdges } from '../topics/numbers/business-profile.ts';
import { commerceSettingsEdges } from '../topics/numbers/commerce-settings.ts';
import { configureNumber } from '../topics/numbers/configure-number.ts';
import { contactBookEdges } from '../topics/numbers/contact-book.ts';
import { conversationalAutomationEdges } from '../topics/numbers/conversational-automation.ts';
import { encryptionKeyEdges } from '../topics/numbers/encryption-key.ts';
import { officialAccountEdges } from '../topics/numbers/official-account.ts';
import { qrCodeEdges } from '../topics/numbers/qr-codes.ts';
import { settingsEdges } from '../topics/numbers/settings.ts';
import { threadControlEdges } from '../topics/numbers/thread-control.ts';
import { usernameEdges } from '../topics/numbers/username.ts';
import { paymentEdges } from '../topics/payments/payments.ts';
import { registrationEdges } from '../topics/registration/number-registration.ts';

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
  ...registrationEdges,
  ...appDataEdges,
};
