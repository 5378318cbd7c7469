import { z } from 'zod';
import { page } from '../../fields/page.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphList, graphText } from '../../input/values.ts';

/** What a user may do with a WABA (Meta: WABA assigned users, 2026-11). */
const tasks = [
  'MANAGE',
  'DEVELOP',
  'MANAGE_TEMPLATES',
  'MANAGE_PHONE',
  'VIEW_COST',
  'MANAGE_EXTENSIONS',
  'VIEW_PHONE_ASSETS',
  'MANAGE_PHONE_ASSETS',
  'VIEW_TEMPLATES',
  'VIEW_INSIGHTS',
  'MESSAGING',
  'MANAGE_USERS',
  'MANAGE_BILLING',
  'FULL_CONTROL',
  'RECEIVE_INCOMING_MESSAGES',
] as const;

const userId = graphText.pipe(z.string().regex(/^\d+$/, 'must be a valid user ID.'));
const listSchema = z.object({ business: graphText });
const assignSchema = z.object({
  user: userId,
  tasks: graphList(z.enum(tasks), { min: 1 }),
});
const removeSchema = z.object({ user: userId });

/** `/{waba-id}/assigned_users`: people and system users of a portfolio, with their tasks. */
export const assignedUsersEdges: Edges<'waba'> = {
  'GET assigned_users': {
    scope: managementScope,
    handle(call) {
      const { world } = call.simulation;
      const { business } = readInput(call, listSchema);
      const portfolio = world.portfolios.get(business);
      if (!portfolio) throw badParameter('business', 'must be a valid business ID.');
      const users = [...world.wabaUsers.values()].filter(({ wabaId }) => wabaId === call.node.id);
      return page(call, `${call.node.id}/assigned_users`, users, (user) => ({
        id: user.userId,
        name: user.name,
        business: { id: portfolio.id, name: portfolio.name },
        tasks: user.tasks,
      }));
    },
  },
  'POST assigned_users': {
    scope: managementScope,
    handle(call) {
      const { user, tasks: given } = readInput(call, assignSchema);
      const wabaUser = { wabaId: call.node.id, userId: user, name: `System user ${user}`, tasks: given };
      call.simulation.commit({ kind: 'entities', entities: { wabaUsers: [wabaUser] } });
      return { success: true };
    },
  },
  'DELETE assigned_users': {
    scope: managementScope,
    handle(call) {
      const { user } = readInput(call, removeSchema);
      const key = `${call.node.id}/${user}`;
      if (!call.simulation.world.wabaUsers.has(key)) throw badParameter('user', 'is not assigned.');
      call.simulation.commit({ kind: 'entity-removed', entity: 'wabaUsers', key });
      return { success: true };
    },
  },
};
