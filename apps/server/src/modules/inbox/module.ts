import type { ServerModule } from '#platform/module';
import { createSearchIndexer } from './index-messages.ts';
import type { InboxNeeds } from './needs.ts';
import { inboxRoutes } from './routes.ts';

export function createInboxModule(needs: InboxNeeds): { readonly module: ServerModule } {
  return {
    module: {
      name: 'inbox',
      routes: inboxRoutes(needs),
      workers: [createSearchIndexer(needs.platform, needs.viewMessages)],
    },
  };
}
