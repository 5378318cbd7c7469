import { withDatabase } from '../with-database.ts';
import { type Check, noneYet, ok, problem, same } from './finding.ts';

/** How the numbers of all workspaces are doing. */
export const checkChannels: Check = async () => {
  const { listChannelStates } = await import('#modules/channels');
  const channels = await withDatabase((database) => listChannelStates({ database })).catch(noneYet);
  return (channels ?? []).map(({ name, displayPhoneNumber, state, problem: reason }) => {
    const subject = { en: `Channel ${name}`, ja: `チャネル ${name}` };
    if (state === 'connected' || reason === null) return ok(subject, same(`${displayPhoneNumber}, ${state}`));
    return problem(subject, reason.detail, reason.remedy);
  });
};
