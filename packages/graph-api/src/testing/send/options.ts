import fc from 'fast-check';
import type { SendMessageType } from '../../requests/send-message.ts';
import { digits, webAddress } from './values.ts';

/** What the generated messages refer to. A judge that knows a world gives what exists in it. */
export interface ArbitrarySendOptions {
  /** Phone numbers to send to. */
  readonly to?: fc.Arbitrary<string>;
  readonly groupId?: fc.Arbitrary<string>;
  /** Media by id or link. */
  readonly media?: fc.Arbitrary<{ readonly id: string } | { readonly link: string }>;
  /** Messages to quote, react to and pin. */
  readonly messageId?: fc.Arbitrary<string>;
  /** Only these kinds. */
  readonly types?: readonly SendMessageType[];
}

export type SendParts = Required<Omit<ArbitrarySendOptions, 'types'>>;

export function fillOptions(options: ArbitrarySendOptions): SendParts {
  return {
    to: options.to ?? fc.constantFrom('+12025550177', '+81312345678', '+1 (202) 555-0188'),
    groupId: options.groupId ?? fc.constant('Y2FwaV9ncm91cDoxMjAyNTU1MDE0Mw'),
    media:
      options.media ??
      fc.oneof(
        digits.map((id) => ({ id })),
        webAddress.map((link) => ({ link })),
      ),
    messageId: options.messageId ?? digits.map((number) => `wamid.${number}`),
  };
}
