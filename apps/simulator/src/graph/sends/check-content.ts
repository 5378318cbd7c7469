import type { SendMessageRequest } from '@renkei/graph-api';
import type { PhoneNumber } from '../../world/entities.ts';
import type { Recipient } from '../../world/rules/send-question.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkFlow, findFlow } from './check-flow.ts';

/** What the content of a send refers to, and whether it may go to this kind of recipient. Throws 131009, 132068/9. */
export function checkContent(
  world: World,
  phoneNumber: PhoneNumber,
  message: SendMessageRequest,
  recipient: Recipient,
): void {
  checkKind(message, recipient);
  checkInteractiveFlow(world, phoneNumber, message);
  checkCatalog(world.wabas.get(phoneNumber.wabaId), message);
}

/** What members of a group can be sent (Meta: groups messaging, 2025-11-14); reactions are not documented there. */
const groupTypes: ReadonlySet<string> = new Set([
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'template',
  'reaction',
  'pin',
]);

function checkKind({ type }: SendMessageRequest, { group }: Recipient): void {
  if (group && !groupTypes.has(type)) {
    throw new GraphError(131051, { details: `Messages of type ${type} cannot be sent to a group.` });
  }
  if (!group && type === 'pin') {
    throw new GraphError(131009, { details: 'Messages can be pinned in groups only.' });
  }
}

function checkInteractiveFlow(world: World, { wabaId }: PhoneNumber, message: SendMessageRequest): void {
  if (message.type !== 'interactive' || message.interactive.type !== 'flow') return;
  const { flow_id: id, flow_name: name, mode } = message.interactive.action.parameters;
  const flow = findFlow(world, wabaId, { id, name });
  if (!flow) {
    throw new GraphError(131009, {
      details: `interactive.action.parameters: Flow ${id ?? name} does not exist`,
    });
  }
  checkFlow(flow, mode === 'draft');
}
