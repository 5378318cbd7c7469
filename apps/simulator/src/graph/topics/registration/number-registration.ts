import { dataLocalizationRegions } from '@renkei/graph-api';
import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import { Problem } from '../../../world/problem.ts';
import { deregisterNumber, registerNumber } from '../../../world/registration/register-number.ts';
import { sendCode, verifyNumber } from '../../../world/registration/verify-number.ts';
import { type Edges, type GraphCall, managementScope } from '../../graph-call.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphInteger, graphText, messagingProduct } from '../../input/values.ts';
import { withGraphErrors } from '../../with-graph-errors.ts';

export const codeRequestSchema = z.object({
  code_method: z.enum(['SMS', 'VOICE']),
  language: graphText.pipe(z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, 'must be a language code.')),
});

export const codeSchema = z.object({
  code: graphText.pipe(z.string().regex(/^\d{3}-?\d{3}$/, 'must be a 6-digit code.')),
});

const registerSchema = z.object({
  messaging_product: messagingProduct,
  pin: graphText.pipe(z.string().regex(/^\d{6}$/, 'must be a 6-digit number.')),
  data_localization_region: z.enum(dataLocalizationRegions).optional(),
  meta_store_retention_minutes: graphInteger.pipe(z.literal(60)).optional(),
  tier: z.enum(['PROD', 'SANDBOX']).optional(),
});

const deregisterSchema = z.object({ messaging_product: messagingProduct.optional() });

/** A number's way onto the Cloud API: a code proves whose it is, a PIN registers it. */
export const registrationEdges: Edges<'phoneNumber'> = {
  'POST request_code': {
    scope: managementScope,
    handle(call) {
      const { code_method: method, language } = readInput(call, codeRequestSchema);
      withGraphErrors(() => sendCode(call.simulation, call.node, { method, language }));
      return { success: true };
    },
  },
  'POST verify_code': {
    scope: managementScope,
    handle(call) {
      const { code } = readInput(call, codeSchema);
      withGraphErrors(() => verifyNumber(call.simulation, call.node, code.replace('-', '')));
      return { success: true };
    },
  },
  'POST register': { scope: managementScope, handle: register },
  'POST deregister': {
    scope: managementScope,
    handle(call) {
      readInput(call, deregisterSchema);
      withGraphErrors(() => deregisterNumber(call.simulation, call.node));
      return { success: true };
    },
  },
};

function register(call: GraphCall<PhoneNumber>): unknown {
  const input = readInput(call, registerSchema);
  const { data_localization_region: dataLocalizationRegion, meta_store_retention_minutes: retentionMinutes } =
    input;
  if (dataLocalizationRegion !== undefined && retentionMinutes !== undefined) {
    throw badParameter('meta_store_retention_minutes', 'cannot stand beside data_localization_region.');
  }
  withGraphErrors(() => {
    if (call.node.onBusinessApp) {
      throw new Problem(100, 'The number is registered already, in the WhatsApp Business app.', {
        title: 'Registration is not possible',
      });
    }
    registerNumber(call.simulation, call.node, { pin: input.pin, dataLocalizationRegion, retentionMinutes });
  });
  return { success: true };
}
