import { getOutbound, type World } from '../../world/world.ts';

const unusedToken = 'unused';

/** The token of the WhatsApp Flow a message opens: of the interactive message, or of the template's Flow button. */
export function findFlowToken(world: World, messageId: string): string {
  return findToken(getOutbound(world, messageId)?.message.content) ?? unusedToken;
}

/** The first `flow_token` anywhere in the content: a message opens one WhatsApp Flow at most. */
function findToken(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('flow_token' in value && typeof value.flow_token === 'string') return value.flow_token;
  for (const part of Object.values(value)) {
    const token = findToken(part);
    if (token !== undefined) return token;
  }
  return undefined;
}
