import type { WorldInput } from './world-input.ts';

/** A fictional shop to try the simulator with, for those who run it alone. */
export const demoWorld: WorldInput = {
  portfolios: [{ id: '660000000000001', name: 'Aoi Tea House' }],
  wabas: [
    {
      id: '390000000000001',
      portfolioId: '660000000000001',
      name: 'Aoi Tea House 葵茶房',
      phoneNumbers: [{ id: '400000000000001', displayPhoneNumber: '+81 3-5550-0100' }],
    },
  ],
  apps: [{ id: '220000000000001', name: 'My app' }],
  customers: [
    { waId: '819012345678', name: '佐藤 花子' },
    { waId: '819087654321', name: '鈴木 一郎' },
    { waId: '12025550177', name: 'Amara Obi', username: 'amara.makes' },
  ],
};
