import { routes } from '@renkei/contract';
import { bind, type RouteBinding } from '#platform/module';
import { askForConsent } from './ask-for-consent.ts';
import { getConsent } from './get-consent.ts';
import type { ConsentNeeds } from './needs.ts';
import { recordConsent } from './record-consent.ts';
import { readSendingSettings } from './settings.ts';
import { updateSendingSettings } from './update-sending-settings.ts';

export function consentRoutes(needs: ConsentNeeds): readonly RouteBinding[] {
  const { database } = needs.platform;
  return [
    bind(routes.getConsent, ({ workspaceId }, { params }) =>
      database.inTenant(workspaceId, (tx) => getConsent(needs, tx, params.contactId)),
    ),
    bind(routes.recordConsent, (principal, { params, body }) =>
      recordConsent(needs, principal, params.contactId, body),
    ),
    bind(routes.askForConsent, (principal, { params, body }) =>
      askForConsent(needs, principal, params.contactId, body),
    ),
    bind(routes.getSendingSettings, ({ workspaceId }) => database.inTenant(workspaceId, readSendingSettings)),
    bind(routes.updateSendingSettings, (principal, { body }) =>
      updateSendingSettings(needs, principal, body),
    ),
  ];
}
