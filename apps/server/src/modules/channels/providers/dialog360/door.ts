import type { Dispatcher } from 'undici';
import { type GraphCaller, openGraphDoor } from '../cloud-api/graph-wire.ts';
import { readDialog360Refusal } from './read-refusal.ts';

export interface Dialog360Settings {
  /** Such as https://waba-v2.360dialog.io. */
  readonly dialog360Url: string;
  readonly now: () => Date;
  readonly dispatcher: Dispatcher;
}

/** The key names the number, so paths have neither version nor number. (360dialog, "The basics", 2026-11) */
export function openDialog360({ dialog360Url, dispatcher }: Dialog360Settings, apiKey: string): GraphCaller {
  return openGraphDoor({
    called: '360dialog',
    baseUrl: dialog360Url,
    pathPrefix: '',
    headers: { 'd360-api-key': apiKey },
    query: {},
    dispatcher,
    readRefusal: readDialog360Refusal,
    // Bytes are fetched with the key through 360dialog, never from the address of Meta's that stands in the answer.
    toDownloadUrl(url) {
      const { pathname, search } = new URL(url);
      return `${dialog360Url.replace(/\/$/, '')}${pathname.replace(/^.*(?=\/whatsapp_business\/)/, '')}${search}`;
    },
  });
}
