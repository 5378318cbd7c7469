import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentityModule } from '#modules/identity';
import { changeConversation } from '#modules/messages';
import { createDiskBlobStore } from '#platform/blob';
import { createSecretBox } from '#platform/crypto';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { createWorld, type World } from '../../../test/world.ts';
import { type ConversationChange, updateConversation } from './update-conversation.ts';

let platform: TestPlatform;
let folder: string;
let world: World;
let elsewhere: World;
let update: (change: ConversationChange) => ReturnType<typeof updateConversation>;

beforeAll(async () => {
  platform = await createTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'renkei-inbox-'));
  const ground = {
    platform,
    secretBox: createSecretBox(randomBytes(32)),
    blobs: createDiskBlobStore(folder),
  };
  world = await createWorld(ground);
  elsewhere = await createWorld(ground);
  const { identity } = createIdentityModule(platform, {
    publicUrl: 'http://renkei.test',
    companionUrl: null,
    onFirstOwnerArrived: async () => undefined,
  });
  const { workspaceId, agent, ids } = world;
  const principal = {
    workspaceId,
    memberId: agent.memberId,
    sessionId: agent.memberId,
    role: 'agent',
  } as const;
  const needs = { platform, changeConversation, ...identity };
  update = (change) => updateConversation(needs, principal, ids['conversationId'] ?? '', change);
});
afterAll(async () => {
  await platform.close();
  await rm(folder, { recursive: true });
});

describe('an assignee', () => {
  it('is a member, and shown with the conversation', async () => {
    const { memberId } = world.owner;
    expect(await update({ assigneeId: memberId })).toMatchObject({ assignee: { id: memberId } });
    expect(await update({ assigneeId: null })).toMatchObject({ assignee: null });
  });

  it('is nobody who was removed', async () => {
    await expect(update({ assigneeId: world.removed.memberId })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is nobody of another workspace', async () => {
    await expect(update({ assigneeId: elsewhere.owner.memberId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
