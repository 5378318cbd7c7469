import { type RouteDefinition, routes, type Session } from '@renkei/contract';
import { bind, bindPublic, type Platform, type RequestContext, type RouteBinding } from '#platform/module';
import { acceptInvitation } from './accept-invitation.ts';
import { createInvitation } from './create-invitation.ts';
import { listInvitations } from './list-invitations.ts';
import { listMembers } from './list-members.ts';
import { type OnFirstOwnerArrived, redeemSignInLink } from './redeem-sign-in-link.ts';
import { removeMember } from './remove-member.ts';
import { revokeInvitation } from './revoke-invitation.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import type { StartedSession } from './start-session.ts';
import { updateMember } from './update-member.ts';
import { updateProfile } from './update-profile.ts';
import { viewSession } from './view-session.ts';

export interface IdentityNeeds {
  readonly publicUrl: string;
  readonly companionUrl: string | null;
  /** Makes the world ready for the first owner of a workspace, once. */
  readonly onFirstOwnerArrived: OnFirstOwnerArrived;
}

export function identityRoutes(platform: Platform, needs: IdentityNeeds): readonly RouteBinding[] {
  const view = (workspaceId: string, memberId: string): Promise<Session> =>
    platform.database.inTenant(workspaceId, (transaction) =>
      viewSession(transaction, memberId, needs.companionUrl),
    );

  const enter = async (context: Arrival, { principal, cookieValue, expiresAt }: StartedSession) => {
    context.setCookie(cookieValue, expiresAt);
    return view(principal.workspaceId, principal.memberId);
  };

  return [
    bind(routes.getSession, (principal) => view(principal.workspaceId, principal.memberId)),
    bindPublic(routes.signIn, async (context) =>
      enter(context, await signIn(platform, { ...context.body, userAgent: userAgentOf(context) })),
    ),
    bindPublic(routes.redeemSignInLink, async (context) => {
      const input = { ...context.body, userAgent: userAgentOf(context) };
      return enter(context, await redeemSignInLink(platform, input, needs.onFirstOwnerArrived));
    }),
    bind(routes.signOut, async (principal, context) => {
      await signOut(platform, principal);
      context.setCookie(null);
      return {};
    }),
    bind(routes.updateProfile, async (principal, { body }) => {
      await updateProfile(platform, principal, body);
      return view(principal.workspaceId, principal.memberId);
    }),

    bind(routes.listMembers, async (principal) => ({ items: [...(await listMembers(platform, principal))] })),
    bind(routes.updateMember, (principal, { params, body }) =>
      updateMember(platform, principal, { memberId: params.memberId, role: body.role }),
    ),
    bind(routes.removeMember, async (principal, { params }) => {
      await removeMember(platform, principal, params.memberId);
      return {};
    }),

    bind(routes.listInvitations, async (principal) => ({
      items: [...(await listInvitations(platform, principal))],
    })),
    bind(routes.createInvitation, async (principal, { body }) => {
      const { invitation, token } = await createInvitation(platform, principal, body);
      return { ...invitation, link: `${needs.publicUrl}/invitation?token=${token}` };
    }),
    bind(routes.revokeInvitation, async (principal, { params }) => {
      await revokeInvitation(platform, principal, params.invitationId);
      return {};
    }),
    bindPublic(routes.acceptInvitation, async (context) =>
      enter(context, await acceptInvitation(platform, { ...context.body, userAgent: userAgentOf(context) })),
    ),
  ];
}

type Arrival = Pick<RequestContext<RouteDefinition>, 'headers' | 'setCookie'>;

function userAgentOf({ headers }: Arrival): string {
  return headers['user-agent'] ?? '';
}
