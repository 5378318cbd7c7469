import type { ReadKind } from './define.ts';

/**
 * The chat was opened for the first time. Meta counts it among the messages that open the customer service window.
 * (Meta, "Conversational components: welcome messages", 2026)
 */
export const readRequestWelcome: ReadKind<'request_welcome'> = () => ({
  content: { kind: 'welcome_request' },
});
