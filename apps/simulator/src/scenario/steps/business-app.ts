import { z } from 'zod';
import { callSimulator, type Stage } from '../stage.ts';
import { step } from '../step.ts';

export const appWritesStep = step({
  verb: 'app writes',
  does: {
    en: 'Somebody writes to the customer in the Business app: told by smb_message_echoes.',
    ja: 'Businessアプリからお客様に書きます（smb_message_echoes で通知されます）。',
  },
  example: 'app writes: 店長の田中です',
  schema: z.coerce.string().min(1),
  run: (stage, body, { waId }) => actInApp(stage, 'messages', { waId, type: 'text', text: { body } }),
});

export const appIsOpenedStep = step({
  verb: 'app is opened',
  does: {
    en: 'The Business app is used on its main phone, as it must be every 13 days.',
    ja: 'メインの電話でBusinessアプリを開きます（13日ごとに必要です）。',
  },
  example: 'app is opened',
  schema: z.null(),
  run: (stage) => actInApp(stage, 'open', {}),
});

export const appDisconnectsStep = step({
  verb: 'app disconnects',
  does: {
    en: 'The owner ends the connection to the Cloud API in the app.',
    ja: 'オーナーがアプリでCloud APIとの接続を解除します。',
  },
  example: 'app disconnects',
  schema: z.null(),
  run: (stage) => actInApp(stage, 'disconnect', {}),
});

export const appChangesPhoneStep = step({
  verb: 'app changes phone',
  does: {
    en: 'The app moves to another phone: `leave` takes the number off the API, `return` brings it back.',
    ja: 'アプリを別の電話に移します。`leave` で番号がAPIから外れ、`return` で戻ります。',
  },
  example: 'app changes phone: leave',
  schema: z.enum(['leave', 'return']),
  run: (stage, change) => actInApp(stage, 'change-device', { step: change }),
});

async function actInApp(
  stage: Stage,
  action: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  await callSimulator(stage, `/businesses/${stage.business.phoneNumberId}/${action}`, input);
  await stage.control.settle();
}
