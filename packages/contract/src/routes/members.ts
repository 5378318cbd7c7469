import * as z from 'zod';
import { emptySchema, idSchema, instantSchema } from '../primitives.ts';
import { roleSchema } from '../roles.ts';
import { defineRoute } from '../route.ts';
import { emailSchema, passwordSchema, sessionSchema } from './session.ts';

export const memberSchema = z.object({
  id: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  createdAt: instantSchema,
});
export type Member = z.infer<typeof memberSchema>;

export const invitationSchema = z.object({
  id: idSchema,
  email: z.string(),
  role: roleSchema,
  createdAt: instantSchema,
  expiresAt: instantSchema,
});
export type Invitation = z.infer<typeof invitationSchema>;

const memberParams = z.object({ memberId: idSchema });

export const listMembers = defineRoute({
  name: 'listMembers',
  method: 'GET',
  path: '/v1/members',
  summary: 'Everybody in the workspace',
  access: { permission: 'member.read' },
  response: z.object({ items: z.array(memberSchema) }),
});

export const updateMember = defineRoute({
  name: 'updateMember',
  method: 'PATCH',
  path: '/v1/members/:memberId',
  summary: 'Change the role of a member',
  access: { permission: 'member.manage' },
  params: memberParams,
  body: z.object({ role: roleSchema }),
  response: memberSchema,
  errors: ['not_found', 'last_owner'],
});

export const removeMember = defineRoute({
  name: 'removeMember',
  method: 'DELETE',
  path: '/v1/members/:memberId',
  summary: 'Remove a member; all their sessions end at once',
  access: { permission: 'member.manage' },
  params: memberParams,
  response: emptySchema,
  errors: ['not_found', 'last_owner'],
});

export const listInvitations = defineRoute({
  name: 'listInvitations',
  method: 'GET',
  path: '/v1/invitations',
  summary: 'Invitations that are still open',
  access: { permission: 'member.manage' },
  response: z.object({ items: z.array(invitationSchema) }),
});

export const createInvitation = defineRoute({
  name: 'createInvitation',
  method: 'POST',
  path: '/v1/invitations',
  summary: 'Invite somebody; the link is shown once',
  access: { permission: 'member.manage' },
  body: z.object({ email: emailSchema, role: roleSchema }),
  status: 201,
  response: invitationSchema.extend({ link: z.string() }),
  errors: ['email_taken'],
});

export const revokeInvitation = defineRoute({
  name: 'revokeInvitation',
  method: 'DELETE',
  path: '/v1/invitations/:invitationId',
  summary: 'Take an invitation back',
  access: { permission: 'member.manage' },
  params: z.object({ invitationId: idSchema }),
  response: emptySchema,
  errors: ['not_found'],
});

export const acceptInvitation = defineRoute({
  name: 'acceptInvitation',
  method: 'POST',
  path: '/v1/invitations/accept',
  summary: 'Become a member by an invitation link',
  access: 'public',
  body: z.object({ token: z.string().max(200), name: z.string().min(1).max(120), password: passwordSchema }),
  response: sessionSchema,
  errors: ['invitation_invalid'],
});
