import { RenkeiError } from '#platform/errors';
import { OperatorError } from '#platform/operator-error';
import { withDatabase } from '../with-database.ts';
import { type Check, ok, problem, same } from './finding.ts';

/** Nothing to say where there is no database yet: that is another check's finding. */
export const checkChannels: Check = async () => {
  const { listChannelStates } = await import('#modules/channels');
  const channels = await withDatabase((database) => listChannelStates({ database })).catch(noneYet);
  return channels.map(({ name, displayPhoneNumber, state, problem: reason }) => {
    const subject = { en: `Channel ${name}`, ja: `チャネル ${name}` };
    if (state === 'connected' || reason === null) return ok(subject, same(`${displayPhoneNumber}, ${state}`));
    return problem(subject, reason.detail, reason.remedy);
  });
};

function noneYet(error: unknown): readonly never[] {
  const isUndefinedTable = error instanceof Error && 'code' in error && error.code === '42P01';
  const isOtherFinding = error instanceof OperatorError || error instanceof RenkeiError;
  if (isUndefinedTable || isOtherFinding) return [];
  throw error;
}
