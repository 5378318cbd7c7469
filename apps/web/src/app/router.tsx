import { RenkeiError } from '@renkei/sdk';
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import * as z from 'zod';
import { accountEventsSearchSchema } from '../features/account-events/account-events-search.ts';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { inboxSearchSchema } from '../features/inbox/inbox-search.ts';
import { NoConversation } from '../features/inbox/no-conversation.tsx';
import { ThreadPage } from '../features/inbox/thread/thread-page.tsx';
import { loadLaterWords } from '../lib/i18n.ts';
import { sessionQuery } from '../lib/queries.ts';
import { FaultPage, NotFoundPage } from './fault-page.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: FaultPage,
  notFoundComponent: NotFoundPage,
});

const tokenSearchSchema = z.object({ token: z.string().catch('') });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ next: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const welcomeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/welcome',
  validateSearch: tokenSearchSchema,
  component: lazyRouteComponent(() => import('../features/sign-in/welcome-page.tsx'), 'WelcomePage'),
});

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invitation',
  validateSearch: tokenSearchSchema,
  component: lazyRouteComponent(() => import('../features/sign-in/invitation-page.tsx'), 'InvitationPage'),
});

/** Everything behind sign-in. */
const memberRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'member',
  component: Shell,
  errorComponent: FaultPage,
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof RenkeiError) || error.code !== 'unauthenticated') throw error;
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
});

const homeRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox', replace: true, state: { opensNewest: true } });
  },
});

const inboxRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/inbox',
  validateSearch: inboxSearchSchema,
  component: InboxPage,
});

const noConversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '/',
  component: NoConversation,
});

const conversationRoute = createRoute({
  getParentRoute: () => inboxRoute,
  path: '$conversationId',
  component: ThreadPage,
});

const settingsRoute = createRoute({
  getParentRoute: () => memberRoute,
  path: '/settings',
  loader: loadLaterWords,
  component: lazyRouteComponent(() => import('../features/settings/settings-layout.tsx'), 'SettingsLayout'),
});

const settingsHomeRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/channels', replace: true });
  },
});

const channelsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'channels',
  component: lazyRouteComponent(
    () => import('../features/settings/channels/channels-page.tsx'),
    'ChannelsPage',
  ),
});

const sendingRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'sending',
  component: lazyRouteComponent(
    () => import('../features/settings/sending/sending-rules-page.tsx'),
    'SendingRulesPage',
  ),
});

const hooksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'hooks',
  component: lazyRouteComponent(() => import('../features/hooks/hooks-page.tsx'), 'HooksPage'),
});

const membersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'members',
  component: lazyRouteComponent(() => import('../features/members/members-page.tsx'), 'MembersPage'),
});

const accountEventsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'account-events',
  validateSearch: accountEventsSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/account-events/account-events-page.tsx'),
    'AccountEventsPage',
  ),
});

const healthRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'health',
  component: lazyRouteComponent(() => import('../features/health/health-page.tsx'), 'HealthPage'),
});

const profileRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: 'profile',
  component: lazyRouteComponent(() => import('../features/settings/profile-page.tsx'), 'ProfilePage'),
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  welcomeRoute,
  invitationRoute,
  memberRoute.addChildren([
    homeRoute,
    inboxRoute.addChildren([noConversationRoute, conversationRoute]),
    settingsRoute.addChildren([
      settingsHomeRoute,
      channelsRoute,
      sendingRoute,
      hooksRoute,
      membersRoute,
      accountEventsRoute,
      healthRoute,
      profileRoute,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }

  interface HistoryState {
    /** The inbox was not asked for by its address: it may choose a conversation by itself. */
    readonly opensNewest?: boolean;
  }
}
