/** Generators for property tests, of the judge and of the judged: needs fast-check. */
export { arbitraryBrokenSend, type BrokenSend } from './arbitrary-broken-send.ts';
export { arbitraryMarketingMessage, arbitrarySend } from './arbitrary-send.ts';
export {
  type ArbitraryTemplateOptions,
  arbitraryTemplateDefinition,
} from './arbitrary-template-definition.ts';
export type { ArbitrarySendOptions } from './send/options.ts';
