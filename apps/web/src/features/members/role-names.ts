import { msg } from '@lingui/core/macro';
import type { Role } from '@renkei/contract';

export const roleNames = {
  owner: msg`Owner`,
  admin: msg`Administrator`,
  agent: msg`Agent`,
} as const satisfies Record<Role, unknown>;

export const roleDescriptions = {
  owner: msg`Everything, other owners included`,
  admin: msg`Members, channels, account events; and all an agent may`,
  agent: msg`Reads and answers conversations`,
} as const satisfies Record<Role, unknown>;
