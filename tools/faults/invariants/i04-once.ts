import { duplicatesOf, type Invariant } from './invariant.ts';

/** No attempt key accepted twice; no message with two accepted attempts unless a person asked for the second. */
export const i04Once: Invariant = {
  id: 'I4',
  when: 'always',
  async check({ stage: { database }, accepted }) {
    const resent = await database.query<{ id: string }>(
      `select subject_id::text as id from audit_log where action = 'message.resent'`,
    );
    const asked = new Set(resent.map(({ id }) => id));
    const messages = accepted.flatMap(({ attempt }) => attempt?.message_id ?? []);
    return [
      {
        invariant: 'I4',
        says: 'no attempt accepted twice',
        broken: duplicatesOf(accepted.map(({ attemptKey }) => attemptKey ?? '')),
      },
      {
        invariant: 'I4',
        says: 'no message accepted twice',
        broken: duplicatesOf(messages).filter((id) => !asked.has(id)),
      },
      {
        invariant: 'I4',
        says: 'nothing accepted that is no attempt of ours',
        broken: accepted.flatMap(({ wamid, attempt }) => (attempt ? [] : [wamid])),
      },
    ];
  },
};
