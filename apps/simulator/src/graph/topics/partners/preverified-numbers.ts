import { z } from 'zod';
import type { Portfolio } from '../../../world/entities.ts';
import {
  isUsableBy,
  type PreverifiedNumber,
  preverifiedStatus,
  preverifiedStatuses,
} from '../../../world/partners/preverified-number.ts';
import { findCountry } from '../../../world/places/find-country.ts';
import { goneStatuses } from '../../../world/registration/add-number.ts';
import { sendCode, takeCode } from '../../../world/registration/verify-number.ts';
import { page } from '../../fields/page.ts';
import { type NodeView, selectFields } from '../../fields/select-fields.ts';
import { showNode } from '../../fields/show-node.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphText } from '../../input/values.ts';
import { withGraphErrors } from '../../with-graph-errors.ts';
import { codeRequestSchema, codeSchema } from '../registration/number-registration.ts';

const addSchema = z.object({ phone_number: graphText });
const listSchema = z.object({ code_verification_status: z.enum(preverifiedStatuses).optional() });
const shareSchema = z.object({ preverified_id: graphText, partner_business_id: graphText });

/** Tries to enter a code for one number (Meta: rate limits). */
const verificationsPerHour = 125;

/** Numbers a partner verifies in advance, for customers to choose from (Meta: pre-verified phone numbers). */
export const portfolioNumberEdges: Edges<'portfolio'> = {
  'POST add_phone_numbers': { scope: managementScope, handle: addPreverified },
  'GET preverified_numbers': { scope: managementScope, handle: listPreverified },
  'POST share_preverified_numbers': { scope: managementScope, handle: sharePreverified },
};

/** `/{preverified-id}`: verified by a code like any number. */
export const preverifiedEdges: Edges<'preverified'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) => showNode(call, preverifiedView(call), preverifiedEdges),
  },
  'GET partners': {
    scope: managementScope,
    handle(call) {
      const { portfolios } = call.simulation.world;
      const partners = call.node.partnerIds.flatMap((id) => portfolios.get(id) ?? []);
      return page(call, `${call.node.id}/partners`, partners, ({ id, name }) => ({ id, name }));
    },
  },
  'POST request_code': {
    scope: managementScope,
    handle(call) {
      const { code_method: method, language } = readInput(call, codeRequestSchema);
      const codeVerificationStatus = statusOf(call, call.node);
      withGraphErrors(() =>
        sendCode(call.simulation, { id: call.node.id, codeVerificationStatus }, { method, language }),
      );
      return { success: true };
    },
  },
  'POST verify_code': { scope: managementScope, handle: verifyPreverified },
};

function statusOf({ simulation }: GraphCall, number: PreverifiedNumber) {
  return preverifiedStatus(number, simulation.clock.now());
}

function preverifiedView(call: GraphCall): NodeView<PreverifiedNumber> {
  return {
    graphType: 'WhatsAppBusinessPreVerifiedPhoneNumber',
    defaults: ['phone_number', 'code_verification_status'],
    fields: {
      phone_number: (node) => node.digits,
      code_verification_status: (node) => statusOf(call, node),
      owner_business: ({ portfolioId }) => {
        const owner = call.simulation.world.portfolios.get(portfolioId);
        return owner && { id: owner.id, name: owner.name };
      },
    },
  };
}

function addPreverified(call: GraphCall<Portfolio>): unknown {
  const { world, random, commit } = call.simulation;
  const displayPhoneNumber = readInput(call, addSchema).phone_number.trim();
  const digits = displayPhoneNumber.replace(/\D/g, '');
  if (!/^\d{7,15}$/.test(digits) || findCountry(digits) === undefined) {
    throw badParameter('phone_number', 'must be a phone number with its country code.');
  }
  const isInUse = [...world.phoneNumbers.values()].some(
    (number) => number.digits === digits && !goneStatuses.has(number.status),
  );
  const isAdded = [...world.preverifiedNumbers.values()].some((number) => number.digits === digits);
  if (isInUse || isAdded || world.businessApps.has(digits)) {
    throw badParameter('phone_number', 'is in use already.');
  }
  const id = random.digits(15);
  const number = { id, portfolioId: call.node.id, displayPhoneNumber, digits, partnerIds: [] };
  commit({ kind: 'entities', entities: { preverifiedNumbers: [number] } });
  return { id };
}

/** Its own, and those that other partners share with it. */
function listPreverified(call: GraphCall<Portfolio>): unknown {
  const { code_verification_status: wanted } = readInput(call, listSchema);
  const numbers = [...call.simulation.world.preverifiedNumbers.values()].filter(
    (number) =>
      isUsableBy(number, call.node.id) && (wanted === undefined || statusOf(call, number) === wanted),
  );
  const { fields, defaults, graphType } = preverifiedView(call);
  return page(call, `${call.node.id}/preverified_numbers`, numbers, (number) =>
    selectFields(number, fields, defaults, textParameter(call, 'fields'), graphType),
  );
}

function sharePreverified(call: GraphCall<Portfolio>): unknown {
  const { world, commit } = call.simulation;
  const { preverified_id: id, partner_business_id: partnerId } = readInput(call, shareSchema);
  const number = world.preverifiedNumbers.get(id);
  if (number?.portfolioId !== call.node.id) {
    throw badParameter('preverified_id', 'names no pre-verified number of this business.');
  }
  if (!world.portfolios.has(partnerId) || partnerId === call.node.id) {
    throw badParameter('partner_business_id', 'must be the ID of another business.');
  }
  const partnerIds = [...new Set([...number.partnerIds, partnerId])];
  commit({ kind: 'entities', entities: { preverifiedNumbers: [{ ...number, partnerIds }] } });
  return { success: true };
}

function verifyPreverified(call: GraphCall<PreverifiedNumber>): unknown {
  const { simulation, node } = call;
  const { code } = readInput(call, codeSchema);
  const { isAllowed } = simulation.usage.take(
    `verify_code/${node.id}`,
    verificationsPerHour,
    simulation.clock.elapsedMs(),
  );
  if (!isAllowed) throw new GraphError(4, { message: '(#4) Application request limit reached' });
  withGraphErrors(() => takeCode(simulation, node.id, code.replace('-', '')));
  const verified = { ...node, verifiedAt: simulation.clock.now() };
  simulation.commit({ kind: 'entities', entities: { preverifiedNumbers: [verified] } });
  return { success: true };
}
