import { z } from 'zod';
import { notify } from '../../../webhooks/notify.ts';
import type { PhoneNumber } from '../../../world/entities.ts';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import type { World } from '../../../world/world.ts';
import { type Edges, type GraphCall, managementScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';

const inputSchema = z.object({
  username: z.string(),
  transfer_action: z.enum(['none', 'force_transfer']).default('none'),
});

/** `/{phone-number-id}/username`: the name under which people find a business (Meta: business usernames, 2026). */
export const usernameEdges: Edges<'phoneNumber'> = {
  'GET username': {
    scope: managementScope,
    handle({ simulation, node }) {
      const { username } = settingsOf(simulation.world, node.id);
      return username ? { username: username.name, status: username.status } : {};
    },
  },
  'POST username': { scope: managementScope, handle: adoptUsername },
  'DELETE username': {
    scope: managementScope,
    handle({ simulation, node }) {
      if (settingsOf(simulation.world, node.id).username) {
        changeSettings(simulation, node.id, { username: undefined });
        tell({ simulation, node }, { status: 'deleted' });
      }
      return { success: true };
    },
  },
  'GET username_suggestions': {
    scope: managementScope,
    handle({ simulation, node }) {
      const words = node.verifiedName.toLowerCase().match(/[a-z0-9]+/g) ?? ['shop', node.digits.slice(-4)];
      const names = [words.join('.'), words.join(''), words.join('_')].filter(isWellFormed);
      const free = [...new Set(names)].filter((name) => ownerOf(simulation.world, name) === undefined);
      return { data: [{ username_suggestions: free }] };
    },
  },
};

/** Refused: 100 for its form, 133010 unregistered, 147001 taken, 147002 limit too low, 147005 on another own number. */
function adoptUsername(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const { world } = simulation;
  const { username: name, transfer_action: transfer } = readInput(call, inputSchema);
  if (!isWellFormed(name)) throw badParameter('username', 'is not a valid username.');
  if (!node.registered) throw new GraphError(133010);
  const portfolioId = portfolioIdOf(world, node);
  const limit = world.portfolios.get(portfolioId ?? '')?.messagingLimit ?? '';
  if (tooSmallLimits.has(limit)) throw new GraphError(147002);
  const ownerId = ownerOf(world, name);
  const owner = ownerId === undefined ? undefined : world.phoneNumbers.get(ownerId);
  if (owner && owner.id !== node.id) {
    if (portfolioIdOf(world, owner) !== portfolioId) throw new GraphError(147001);
    if (transfer !== 'force_transfer') throw new GraphError(147005);
    changeSettings(simulation, owner.id, { username: undefined });
    tell({ simulation, node: owner }, { status: 'deleted' });
  }
  changeSettings(simulation, node.id, { username: { name, status: 'approved' } });
  tell(call, { username: name, status: 'approved' });
  return { status: 'approved' };
}

const tooSmallLimits = new Set(['TIER_50', 'TIER_250', 'TIER_1K', 'TIER_NOT_SET']);

/** 3 to 35 of `A-Za-z0-9._`, a letter, dots only singly inside; no `www` in front, no domain at the end. */
function isWellFormed(name: string): boolean {
  if (!/^[A-Za-z0-9._]{3,35}$/.test(name) || !/[A-Za-z]/.test(name)) return false;
  if (/^\.|\.$|\.\./.test(name)) return false;
  return !/^www/i.test(name) && !/\.(com|net|org|info|biz|io|co|html?)$/i.test(name);
}

/** Names differ by more than case. */
function ownerOf(world: World, name: string): string | undefined {
  for (const { phoneNumberId, username } of world.numberSettings.values()) {
    if (username?.name.toLowerCase() === name.toLowerCase()) return phoneNumberId;
  }
  return undefined;
}

function portfolioIdOf(world: World, { wabaId }: PhoneNumber): string | undefined {
  return world.wabas.get(wabaId)?.portfolioId;
}

function tell(
  { simulation, node }: Pick<GraphCall<PhoneNumber>, 'simulation' | 'node'>,
  value: { readonly username?: string; readonly status: string },
): void {
  notify(simulation, {
    field: 'business_username_updates',
    phoneNumberId: node.id,
    value: { display_phone_number: node.digits, ...value },
  });
}
