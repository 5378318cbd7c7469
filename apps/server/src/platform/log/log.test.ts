import { expect, it } from 'vitest';
import { createLogger } from './index.ts';

it('writes no secret and nothing that a customer wrote', () => {
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => lines.push(line) });
  log.info({ accessToken: 'CANARY', channel: { appSecret: 'CANARY', verifyToken: 'CANARY' } }, 'connecting');
  log.info({
    password: 'CANARY',
    body: 'CANARY',
    request: { headers: { authorization: 'CANARY', cookie: 'CANARY' } },
  });
  log.warn({ message: { content: { kind: 'text', body: 'CANARY' }, phoneNumber: 'CANARY' } }, 'not sent');
  expect(lines).toHaveLength(3);
  expect(lines.join('')).not.toContain('CANARY');
  expect(lines.join('')).toContain('[redacted]');
});
