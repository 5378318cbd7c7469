import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSecretBox } from './index.ts';

const place = { workspaceId: 'one', rowId: 'row', column: 'access_token_encrypted' };

it('opens a secret in its own place, under its own key, and nowhere else', async () => {
  const box = createSecretBox(randomBytes(32));
  const sealed = await box.seal('EAAB-secret', place);
  expect(sealed).not.toContain('EAAB');
  expect(await box.open(sealed, place)).toBe('EAAB-secret');
  await expect(box.open(sealed, { ...place, workspaceId: 'other' })).rejects.toThrow('another place');
  await expect(box.open(sealed, { ...place, column: 'app_secret_encrypted' })).rejects.toThrow(
    'another place',
  );
  await expect(createSecretBox(randomBytes(32)).open(sealed, place)).rejects.toThrow(
    'decryption operation failed',
  );
});

it('seals the same secret differently every time', async () => {
  const box = createSecretBox(randomBytes(32));
  expect(await box.seal('secret', place)).not.toBe(await box.seal('secret', place));
});
