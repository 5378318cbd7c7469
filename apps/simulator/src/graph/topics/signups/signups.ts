import { z } from 'zod';
import type { Signup } from '../../../world/accounts/signup.ts';
import type { Waba } from '../../../world/entities.ts';
import { page } from '../../fields/page.ts';
import type { NodeView } from '../../fields/select-fields.ts';
import { selectFields } from '../../fields/select-fields.ts';
import { type Edges, type GraphCall, managementScope, textParameter } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphBoolean, graphObject, graphTextOf } from '../../input/values.ts';

const promoPlaceholder = '{{promo_code}}';

const createSchema = z.object({
  signup_message: graphTextOf(300, 1),
  confirmation_message: graphTextOf(300, 1),
  privacy_policy_url: z.string().min(1),
  website_url: z.string().min(1),
  promo_code: z
    .string()
    .regex(/^[A-Za-z0-9]{1,50}$/, 'must be 1 to 50 letters and digits.')
    .optional(),
  display_name: graphTextOf(256).optional(),
  policy: graphObject(z.looseObject({ accepted: graphBoolean })),
});

export const signupView: NodeView<Signup> = {
  graphType: 'WhatsAppBusinessSignup',
  defaults: ['status', 'signup_message', 'confirmation_message', 'privacy_policy_url', 'website_url'],
  fields: {
    status: (node) => node.status,
    signup_message: (node) => node.signupMessage,
    confirmation_message: (node) => node.confirmationMessage,
    privacy_policy_url: (node) => node.privacyPolicyUrl,
    website_url: (node) => node.websiteUrl,
    promo_code: (node) => node.promoCode,
    display_name: (node) => node.displayName,
  },
};

/** `/{waba-id}/signups`: sign-ups to marketing inside WhatsApp (Meta: In-App Signup, 2026). */
export const wabaSignupEdges: Edges<'waba'> = {
  'GET signups': {
    scope: managementScope,
    handle(call) {
      const signups = [...call.simulation.world.signups.values()].filter(
        ({ wabaId }) => wabaId === call.node.id,
      );
      const { fields, defaults, graphType } = signupView;
      return page(call, `${call.node.id}/signups`, signups.reverse(), (signup) =>
        selectFields(signup, fields, defaults, textParameter(call, 'fields'), graphType),
      );
    },
  },
  'POST signups': { scope: managementScope, handle: createSignup },
};

function createSignup(call: GraphCall<Waba>): unknown {
  const { simulation, node } = call;
  const input = readInput(call, createSchema);
  if (!input.policy.accepted) throw new GraphError(2494168);
  if (!/^https?:\/\/\S+$/.test(input.privacy_policy_url)) throw new GraphError(2494177);
  if (!/^https:\/\/\S+$/.test(input.website_url)) throw new GraphError(2494179);
  checkPlaceholders(input.signup_message, input.confirmation_message, input.promo_code);
  const signup: Signup = {
    id: simulation.random.digits(15),
    wabaId: node.id,
    signupMessage: input.signup_message,
    confirmationMessage: input.confirmation_message,
    privacyPolicyUrl: input.privacy_policy_url,
    websiteUrl: input.website_url,
    promoCode: input.promo_code,
    displayName: input.display_name,
    status: 'ACTIVE',
    createdAt: simulation.clock.now(),
  };
  simulation.commit({ kind: 'entities', entities: { signups: [signup] } });
  return { id: signup.id };
}

/** Only the confirmation has a placeholder, and only the one of the code, which then must be given. */
function checkPlaceholders(signupMessage: string, confirmation: string, promoCode: string | undefined): void {
  const placeholders = `${signupMessage}\n${confirmation}`.match(/\{\{.*?\}\}/g) ?? [];
  const isUnknown = placeholders.some((placeholder) => placeholder !== promoPlaceholder);
  if (isUnknown || signupMessage.includes(promoPlaceholder)) throw new GraphError(2494166);
  if (confirmation.includes(promoPlaceholder) && promoCode === undefined) throw new GraphError(2494167);
}
