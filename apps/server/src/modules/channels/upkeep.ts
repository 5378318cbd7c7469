import { retainPerWorkspace, type Upkeep } from '#platform/upkeep';
import { deleteFormerConnections } from './store-former-connections.ts';

/**
 * What may still come to where a number was: a message that nobody has received lives 30 days at Meta (cloud-api,
 * message life, 2026-11), so its status comes that late; a webhook that we could not take is repeated for 7 days more. Ids
 * of files that customers sent live 7 days. After 40 days the sealed token has no use and is only something to steal.
 */
const formerConnectionDays = 40;

/** What of channels grows old. */
export const channelsUpkeep: readonly Upkeep[] = [
  retainPerWorkspace({
    name: 'former_connections',
    keepDays: formerConnectionDays,
    purge: deleteFormerConnections,
  }),
];
