/** Who may do what. Routes name a permission; roles are sets of permissions. */
import * as z from 'zod';

export const roles = ['owner', 'admin', 'agent'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

const agentPermissions = [
  'workspace.read',
  'member.read',
  'channel.read',
  'contact.read',
  'contact.write',
  'conversation.read',
  'conversation.write',
  'message.send',
  'template.read',
  'media.read',
  'media.write',
] as const;

const adminPermissions = [
  ...agentPermissions,
  'member.manage',
  'channel.manage',
  'sending.manage',
  'message.sendMany',
  'integration.manage',
  'accountEvent.read',
  'quarantine.manage',
  'operations.read',
] as const;

const ownerPermissions = [...adminPermissions, 'workspace.manage', 'owner.manage', 'system.release'] as const;

export type Permission = (typeof ownerPermissions)[number];

const permissionsByRole: Readonly<Record<Role, readonly Permission[]>> = {
  owner: ownerPermissions,
  admin: adminPermissions,
  agent: agentPermissions,
};

export function roleHasPermission(role: Role, permission: Permission): boolean {
  return permissionsByRole[role].includes(permission);
}
