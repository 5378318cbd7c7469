import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { listAnswer } from '../paging.ts';

/** `GET /{waba-id}/subscribed_apps`: without our app in here no webhook arrives. (Meta, "Webhooks overrides", 2026) */
export const subscribedAppList = listAnswer(
  z.looseObject({
    whatsapp_business_api_data: z.looseObject({
      id: wireId,
      name: decoration(z.string()),
      link: decoration(z.string()),
    }),
    override_callback_uri: decoration(z.string()),
  }),
);
export type SubscribedApp = z.infer<typeof subscribedAppList>['data'][number];
