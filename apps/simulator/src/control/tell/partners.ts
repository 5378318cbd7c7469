import { z } from 'zod';
import type { Notice } from '../../webhooks/notify.ts';
import { solutionStatuses } from '../../world/partners/solution.ts';
import type { World } from '../../world/world.ts';
import { accountUpdate, tiding, waba } from './tidings.ts';

const partner = z.strictObject({ ...waba, appId: z.string() });

/** Between a business and the apps and partners it lets in. */
export const partnerTidings = {
  'partner-added': tiding({
    schema: partner,
    notice: (input, { world }) => aboutPartner(world, 'PARTNER_ADDED', input),
  }),
  'partner-removed': tiding({
    schema: partner,
    notice: (input, { world }) => aboutPartner(world, 'PARTNER_REMOVED', input),
  }),
  'partner-app-installed': tiding({
    schema: partner,
    notice: (input, { world }) =>
      aboutPartner(world, 'PARTNER_APP_INSTALLED', input, { partner_app_id: input.appId }),
  }),
  'partner-app-uninstalled': tiding({
    schema: partner,
    notice: (input, { world }) =>
      aboutPartner(world, 'PARTNER_APP_UNINSTALLED', input, { partner_app_id: input.appId }),
  }),
  'certification-needed': tiding({
    schema: z.strictObject(waba),
    notice: ({ wabaId }, { world }) =>
      accountUpdate(wabaId, 'PARTNER_CLIENT_CERTIFICATION_NEEDED', {
        partner_client_certification_needed_info: { client_business_id: ownerOf(world, wabaId) },
      }),
  }),
  'certification-status': tiding({
    schema: z.strictObject({
      ...waba,
      status: z.enum(['PENDING', 'APPROVED', 'FAILED', 'DISCARDED', 'REVOKED']),
      reasons: z.array(z.string()).default([]),
    }),
    notice: ({ wabaId, status, reasons }, { world }) =>
      accountUpdate(wabaId, 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE', {
        partner_client_certification_info: {
          client_business_id: ownerOf(world, wabaId),
          status,
          rejection_reasons: reasons,
        },
      }),
  }),
  solution: tiding({
    schema: z.strictObject({
      portfolioId: z.string(),
      solutionId: z.string(),
      isNew: z.boolean().default(false),
      status: z.enum(solutionStatuses),
    }),
    notice: ({ portfolioId, solutionId, isNew, status }) => ({
      field: 'partner_solutions',
      portfolioId,
      value: {
        event: isNew ? 'SOLUTION_CREATED' : 'SOLUTION_UPDATED',
        solution_id: solutionId,
        solution_status: status,
      },
    }),
  }),
};

/** Goes to the named app alone, in the name of the business that owns the account. */
function aboutPartner(
  world: World,
  event: string,
  { wabaId, appId }: z.output<typeof partner>,
  more: { readonly partner_app_id?: string } = {},
): Notice {
  const portfolioId = ownerOf(world, wabaId);
  const waba_info = { waba_id: wabaId, owner_business_id: portfolioId, ...more };
  return { field: 'account_update', portfolioId, appId, value: { event, waba_info } };
}

function ownerOf(world: World, wabaId: string): string {
  return world.wabas.get(wabaId)?.portfolioId ?? '';
}
