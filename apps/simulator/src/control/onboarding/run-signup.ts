import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Simulation } from '../../simulation.ts';
import { connectBusinessApp, offerLink } from '../../world/coexistence/connect.ts';
import { chooseAccount } from '../../world/onboarding/choose-account.ts';
import { finishSignup, type SignupResult } from '../../world/onboarding/finish-signup.ts';
import { cancelledAt, type SignupEvent, signupSteps } from '../../world/onboarding/signup-event.ts';
import { addNumber } from '../../world/registration/add-number.ts';
import { sendCode, verifyNumber } from '../../world/registration/verify-number.ts';
import { refusingProblems } from './refusing-problems.ts';

const choice = z.union([z.strictObject({ id: z.string() }), z.strictObject({ name: z.string().min(1) })]);

/** `POST /control/signup`: somebody goes through Embedded Signup without a browser. */
export const signupSchema = z.strictObject({
  /** Left out: the world's first app. */
  appId: z.string().optional(),
  /** Left out: the world's first portfolio. */
  portfolio: choice.optional(),
  /** Left out: a new account. */
  waba: choice.prefault({ name: 'Signed-up business' }),
  /** A number the account has. */
  phoneNumberId: z.string().optional(),
  /** A new number: added, and verified by its code. */
  number: z.strictObject({ displayPhoneNumber: z.string(), verifiedName: z.string() }).optional(),
  /** The number of a Business app, connected by the code it shows (coexistence). */
  businessApp: z.string().optional(),
  scopes: z.array(z.string()).default(['whatsapp_business_management', 'whatsapp_business_messaging']),
  /** For an app that opens the dialog by its own URL; the SDK has none. */
  redirectUri: z.string().optional(),
  /** The person gives up at this step. */
  cancelAt: z.enum(signupSteps).optional(),
});

export type SignupInput = z.input<typeof signupSchema>;

/** The code is missing when the sign-up was cancelled. */
export type SignupAnswer = Partial<Pick<SignupResult, 'code'>> & { readonly event: SignupEvent };

export function runSignup(simulation: Simulation, input: z.output<typeof signupSchema>): SignupAnswer {
  if (input.cancelAt !== undefined) return { event: cancelledAt(input.cancelAt) };
  const { world } = simulation;
  const appId = input.appId ?? world.apps.keys().next().value;
  if (appId === undefined || !world.apps.has(appId)) throw new Refusal(404, 'No such app in this world');
  return refusingProblems(() => {
    const first = world.portfolios.keys().next().value;
    const portfolio =
      input.portfolio ?? (first === undefined ? { name: 'Signed-up business' } : { id: first });
    const { id: wabaId } = chooseAccount(simulation, { portfolio, waba: input.waba });
    const phoneNumberId = bringNumber(simulation, wabaId, input);
    const { scopes, redirectUri } = input;
    return finishSignup(simulation, { appId, wabaId, phoneNumberId, scopes, redirectUri });
  });
}

function bringNumber(
  simulation: Simulation,
  wabaId: string,
  { phoneNumberId, number, businessApp }: z.output<typeof signupSchema>,
): string | undefined {
  if (businessApp !== undefined) {
    const { digits, linkCode = '' } = offerLink(simulation, businessApp.replace(/\D/g, ''));
    return connectBusinessApp(simulation, { digits, wabaId, linkCode }).id;
  }
  if (number === undefined) return phoneNumberId;
  const added = addNumber(simulation, { wabaId, ...number });
  const { code } = sendCode(simulation, added, { method: 'SMS', language: 'en_US' });
  verifyNumber(simulation, added, code);
  return added.id;
}
