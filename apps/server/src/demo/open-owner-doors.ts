import { type CloudApiCredentials, routes } from '@renkei/contract';
import type { CallRoute } from '#http';
import type { Principal } from '#platform/module';
import type { DemoNeeds } from './seed-demo.ts';

/** The product's doors as the first owner goes through them: the API's own routes. */
export function openOwnerDoors(
  callRoute: CallRoute,
  owner: Principal,
): Pick<DemoNeeds, 'connectChannel' | 'findConversations' | 'sendText' | 'noteConsents'> {
  return {
    async connectChannel(credentials: CloudApiCredentials, name: string) {
      const { channel, checks } = await callRoute(routes.connectChannel, owner, {
        body: { ...credentials, name },
      });
      if (channel !== null) return channel;
      const failed = checks.filter((check) => check.outcome === 'failed').map((check) => check.says.en);
      throw new Error(`The demonstration's number could not be connected: ${failed.join(' ')}`);
    },
    async findConversations() {
      const { items } = await callRoute(routes.listConversations, owner, { query: { limit: 100 } });
      return new Map(items.map(({ id, contact }) => [(contact.phoneNumber ?? '').replace('+', ''), id]));
    },
    async noteConsents(evidence) {
      const { items } = await callRoute(routes.listConversations, owner, { query: { limit: 100 } });
      for (const contactId of new Set(items.map(({ contact }) => contact.id))) {
        await callRoute(routes.recordConsent, owner, {
          params: { contactId },
          body: { purpose: 'marketing', decision: 'opt_in', source: 'in_person', evidence },
        });
      }
    },
    async sendText(conversationId, text) {
      await callRoute(routes.sendMessage, owner, {
        params: { conversationId },
        body: { content: { kind: 'text', body: text } },
      });
    },
  };
}
