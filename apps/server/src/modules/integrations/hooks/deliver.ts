import { Webhook } from 'standardwebhooks';
import { crashPoint } from '#platform/crash-point';
import type { AnswerWriter } from './answer-writer.ts';
import type { HooksContext } from './context.ts';
import type { Call } from './find-targets.ts';

/**
 * One attempt. The delivery is marked only by what the other side has answered: dying anywhere here repeats it. Gives
 * whether there was an answer.
 */
export async function deliver(
  { client, metrics, secretBox, platform: { clock } }: HooksContext,
  answers: AnswerWriter,
  { delivery, target }: Call,
): Promise<boolean> {
  const { workspaceId, hookId, eventId, payload } = delivery;
  const place = { workspaceId, rowId: hookId, column: 'secret_encrypted' };
  const secret = await secretBox.open(target.secretEncrypted, place);
  const body = JSON.stringify(payload);
  const at = clock.now();
  crashPoint('hooks.before-call');
  const answer = await client.post(target.url, {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Renkei',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(eventId, at, body),
    },
  });
  await answers.write({ delivery, answer });
  metrics.attempt(answer.answered ? `${Math.floor(answer.status / 100)}xx` : answer.reason);
  return answer.answered;
}
