import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { startOfficialReview } from '../../../world/numbers/review-official-account.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import type { World } from '../../../world/world.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphObject, graphTextOf } from '../../input/values.ts';

const applicationSchema = z.object({
  action: z.enum(['SUBMIT_APPLICATION', 'RESUBMIT_APPLICATION', 'WITHDRAW_APPLICATION']),
  application_data: graphObject(
    z.looseObject({ business_name: z.string().min(1), website_url: z.url().optional() }),
  ).optional(),
});

const officerSchema = z.strictObject({
  name: z.string().optional(),
  email: z.email().optional(),
  landline_number: z.string().optional(),
  mobile_number: z.string().optional(),
});

const complianceSchema = z.object({
  entity_name: graphTextOf(128, 1),
  entity_type: graphTextOf(64, 1),
  is_registered: z.boolean().optional(),
  grievance_officer_details: graphObject(officerSchema).optional(),
  customer_care_details: graphObject(officerSchema).optional(),
});

const explanations = {
  NOT_APPLIED: 'The business has not applied for an official business account.',
  PENDING: 'The application is being reviewed.',
  APPROVED: 'The phone number is an official business account.',
  REJECTED: 'The application was rejected.',
} as const;

/** `official_business_account` and India's `business_compliance_info` (known from Meta's OpenAPI file only). */
export const officialAccountEdges: Edges<'phoneNumber'> = {
  'GET official_business_account': {
    scope: managementScope,
    handle({ simulation, node }) {
      const status = statusOf(simulation.world, node);
      return { oba_status: status, status_message: explanations[status] };
    },
  },
  'POST official_business_account': {
    scope: managementScope,
    handle(call) {
      const { action, application_data: application } = readInput(call, applicationSchema);
      const officialAccount = statusOf(call.simulation.world, call.node);
      const isWithdrawal = action === 'WITHDRAW_APPLICATION';
      if (!isWithdrawal && !application) throw badParameter('application_data', 'is required to apply.');
      if (officialAccount === 'APPROVED' || isWithdrawal !== (officialAccount === 'PENDING')) {
        throw badParameter('action', `is not possible while the application is ${officialAccount}.`);
      }
      if (isWithdrawal) changeSettings(call.simulation, call.node.id, { officialAccount: 'NOT_APPLIED' });
      else startOfficialReview(call.simulation, call.node.id);
      return { success: true };
    },
  },
  'GET business_compliance_info': {
    scope: managementScope,
    handle({ simulation, node }) {
      const { compliance } = settingsOf(simulation.world, node.id);
      return { data: compliance ? [{ messaging_product: 'whatsapp', ...compliance }] : [] };
    },
  },
  'POST business_compliance_info': {
    scope: managementScope,
    handle(call) {
      const compliance = readInput(call, complianceSchema);
      changeSettings(call.simulation, call.node.id, { compliance });
      return { success: true };
    },
  },
};

function statusOf(world: World, node: PhoneNumber) {
  return node.isOfficial ? 'APPROVED' : settingsOf(world, node.id).officialAccount;
}
