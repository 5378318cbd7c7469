import type { Evidence, Finding, Invariant } from './invariant.ts';
import { tableExists } from './invariant.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** No send outside its window, after an opt-out's commit, or above a rate, at the time at which the provider accepted it. */
export const i08Allowed: Invariant = {
  id: 'I8',
  when: 'always',
  async check(evidence) {
    return [await checkWindows(evidence), await checkOptOuts(evidence), await checkRates(evidence)];
  },
};

/** A template may go at any time, everything else within 24 hours of a word of the customer. */
async function checkWindows({ stage: { database }, accepted }: Evidence): Promise<Finding> {
  const words = await database.query<{ phone_number_id: string; wa_id: string; times: Date[] }>(
    `select channel.phone_number_id, identity.value as wa_id, array_agg(message.provider_at order by provider_at) as times
     from messages message
     join channels channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
     join identities identity on identity.workspace_id = message.workspace_id
       and identity.contact_id = message.contact_id and identity.kind = 'wa_id'
     where message.direction = 'inbound' group by 1, 2`,
  );
  const spoken = new Map(words.map((row) => [`${row.phone_number_id}/${row.wa_id}`, row.times]));
  const outside = accepted.filter(({ type, phoneNumberId, to, acceptedAt }) => {
    if (type === 'template') return false;
    const times = spoken.get(`${phoneNumberId}/${to}`) ?? [];
    return !times.some((at) => acceptedAt >= at.getTime() - dayMs && acceptedAt <= at.getTime() + dayMs);
  });
  return {
    invariant: 'I8',
    says: 'nothing sent outside a window',
    broken: outside.map(({ wamid, to }) => `${wamid} to ${to}`),
    about: outside.flatMap(({ attempt }) => attempt?.message_id ?? []),
  };
}

async function checkOptOuts({ stage, accepted }: Evidence): Promise<Finding> {
  const says = 'nothing sent after an opt-out';
  if (!(await tableExists(stage, 'consents'))) {
    return { invariant: 'I8', says, broken: [], notApplicable: 'there is no consent yet' };
  }
  const refused = new Map(stage.record.optOuts.map((one) => [`${one.phoneNumberId}/${one.waId}`, one]));
  const late = accepted.filter(({ phoneNumberId, to, acceptedAt, attempt }) => {
    const optOut = refused.get(`${phoneNumberId}/${to}`);
    return optOut !== undefined && acceptedAt > optOut.committedAt && attempt?.kind === 'template';
  });
  return {
    invariant: 'I8',
    says,
    broken: late.map(({ wamid, to }) => `${wamid} to ${to}`),
    about: late.flatMap(({ attempt }) => attempt?.message_id ?? []),
  };
}

/** Meta's own refusals of too many: each that nobody planned is a violation of ours. */
async function checkRates({ stage: { database } }: Evidence): Promise<Finding> {
  const rows = await database.query<{ id: string; error: string }>(
    `select message_id::text as id, error::text from attempts
     where error::text ~ '"code": ?(130429|131056|80007)\\y' and error::text not like '%Planned by%'`,
  );
  return {
    invariant: 'I8',
    says: 'nothing sent above a rate',
    broken: rows.map(({ id, error }) => `${id}: ${error.slice(0, 160)}`),
    about: rows.map(({ id }) => id),
  };
}
