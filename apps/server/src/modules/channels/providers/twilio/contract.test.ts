import { openProviderWorld } from '../../../../../test/provider-world.ts';
import { describeProvider } from '../../contract.suite.ts';
import { createTwilioProvider } from './index.ts';

describeProvider('twilio', () =>
  openProviderWorld({
    seed: 7,
    async settle({ control, phoneNumberId }) {
      const accountSid = `AC${'1'.repeat(32)}`;
      const messagingServiceSid = `MG${'2'.repeat(32)}`;
      const account = { accountSid, authToken: 'auth-token', messagingServiceSid };
      await control.mergeWorld({
        resellers: [{ kind: 'twilio', ...account, phoneNumberIds: [phoneNumberId] }],
      });
      return { provider: 'twilio', ...account, phoneNumber: '+81 3-5550-0100' };
    },
    create: (twilioUrl) => createTwilioProvider({ twilioUrl, now: () => new Date() }),
  }),
);
