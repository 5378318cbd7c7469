import { openProviderWorld, sampleApp } from '../../../../../test/provider-world.ts';
import { describeProvider } from '../../contract.suite.ts';
import { createCloudApiProvider } from './index.ts';

describeProvider('cloud-api', () =>
  openProviderWorld({
    seed: 5,
    settle: async ({ phoneNumberId, wabaId }) => ({
      provider: 'cloud-api',
      accessToken: sampleApp.accessToken,
      phoneNumberId,
      wabaId,
      appSecret: sampleApp.secret,
      verifyToken: sampleApp.verifyToken,
    }),
    create: (graphUrl) => createCloudApiProvider({ graphUrl, graphVersion: 'v25.0', now: () => new Date() }),
  }),
);
