import { openProviderWorld } from '../../../../../test/provider-world.ts';
import { describeProvider } from '../../contract.suite.ts';
import { createDialog360Provider } from './index.ts';

describeProvider('dialog360', () =>
  openProviderWorld({
    seed: 6,
    async settle({ control, phoneNumberId }) {
      const platformSecret = 'platform-secret';
      await control.mergeWorld({
        resellers: [{ kind: 'dialog360', apiKey: 'd360-key', phoneNumberId, platformSecret }],
      });
      return {
        provider: 'dialog360',
        apiKey: 'd360-key',
        phoneNumber: '+81 3-5550-0100',
        platformSecret,
      };
    },
    create: (url) => createDialog360Provider({ dialog360Url: `${url}/360dialog`, now: () => new Date() }),
  }),
);
