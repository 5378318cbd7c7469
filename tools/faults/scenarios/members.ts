import { RenkeiError } from '@renkei/sdk';
import { until } from '../stage/until.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';
import { defineScenario } from './scenario.ts';

/** Changes by members of both workspaces, some of them cut off by a death: what took effect must be audited. */
export const members = defineScenario({
  name: 'members',
  says: 'members change contacts, conversations and invitations while the server dies; every change is in the audit log',
  points: [],
  sizes: {
    quick: { rounds: 4, deaths: 1 },
    standard: { rounds: 40, deaths: 6 },
    long: { rounds: 200, deaths: 30 },
  },
  async run(stage, { rounds, deaths }) {
    const { server, record, database } = stage;
    const every = Math.max(1, Math.floor(rounds / deaths));
    for (let round = 0; round < rounds; round += 1) {
      for (const workspace of stage.workspaces) {
        const changes = makeChanges(workspace, round);
        const dying = round % every === 0 && workspace.name === 'A' ? dieAndRise() : undefined;
        await changes;
        await dying;
      }
    }
    return [];

    async function dieAndRise(): Promise<void> {
      await server.kill();
      await server.start();
    }

    async function makeChanges(workspace: StageWorkspace, round: number): Promise<void> {
      const { workspaceId, api } = workspace;
      const [contact] = await database.query<{ id: string }>(
        'select id::text from contacts where workspace_id = $1 order by id limit 1 offset $2',
        [workspaceId, round % 5],
      );
      if (contact) {
        const body = { note: `${workspace.canary} ${round}` };
        const updated = await insist(() =>
          api.call('updateContact', { params: { contactId: contact.id }, body }),
        );
        // Merged meanwhile with another: it is the one that is left that has changed.
        if (updated) record.changes.push({ workspaceId, action: 'contact.update', subjectId: updated.id });
      }
      const email = `guest-${round}-${workspace.name.toLowerCase()}@example.test`;
      const invitation = await insist(() => api.call('createInvitation', { body: { email, role: 'agent' } }));
      if (!invitation) return;
      record.changes.push({ workspaceId, action: 'invitation.create', subjectId: invitation.id });
      const revoked = await insist(() =>
        api.call('revokeInvitation', { params: { invitationId: invitation.id } }).then(() => true),
      );
      if (revoked)
        record.changes.push({ workspaceId, action: 'invitation.revoke', subjectId: invitation.id });
    }
  },
});

/** Until there is an answer; undefined: it was refused, since the call before, which got none, had done it. */
async function insist<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  await until('a change', () =>
    call().then(
      (given) => {
        answer = given;
        return true;
      },
      (error: unknown) => error instanceof RenkeiError && error.status >= 400 && error.status < 500,
    ),
  );
  return answer;
}
