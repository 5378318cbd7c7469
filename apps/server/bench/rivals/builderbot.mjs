import { createServer } from 'node:net';
import { phoneNumberId, ready, requireRival, store } from './receiver.mjs';

const { createBot, createFlow, createProvider, MemoryDB } = requireRival('@builderbot/bot');
const { MetaProvider } = requireRival('@builderbot/provider-meta');

const port = await freePort();
const provider = createProvider(MetaProvider, {
  jwtToken: 'token',
  numberId: phoneNumberId,
  verifyToken: 'verify',
  version: 'v18.0',
});
provider.on('message', ({ body: text, from }) => store({ text, from }));
const { httpServer } = await createBot({ flow: createFlow([]), provider, database: new MemoryDB() });
httpServer(port);
setTimeout(() => ready(port), 1_500);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
