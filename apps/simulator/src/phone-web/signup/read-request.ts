import { z } from 'zod';

const extrasSchema = z.looseObject({
  featureType: z.string().optional(),
  setup: z
    .looseObject({
      business: z.looseObject({ name: z.string().optional() }).optional(),
      phone: z.looseObject({ displayName: z.string().optional() }).optional(),
    })
    .optional(),
});

/** What an app asks of the dialog: by `FB.login`, or by the address when it opens the dialog itself. */
export interface SignupRequest {
  readonly appId: string;
  /** The Business app is connected instead of a new number. */
  readonly isCoexistence: boolean;
  /** Only the account is shared, without a number. */
  readonly isWabaOnly: boolean;
  readonly businessName: string;
  readonly displayName: string;
  /** Missing when the SDK opened the dialog. */
  readonly redirectUri: string | undefined;
  readonly state: string | undefined;
}

export function readRequest(query: URLSearchParams): SignupRequest {
  const { featureType, setup } = extrasSchema.catch({}).parse(readJson(query.get('extras')));
  const businessName = setup?.business?.name ?? '';
  return {
    appId: query.get('app_id') ?? query.get('client_id') ?? '',
    isCoexistence: featureType === 'whatsapp_business_app_onboarding',
    isWabaOnly: featureType === 'only_waba_sharing',
    businessName,
    displayName: setup?.phone?.displayName ?? businessName,
    redirectUri: query.get('redirect_uri') ?? undefined,
    state: query.get('state') ?? undefined,
  };
}

function readJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    // What an app wrote into the address by hand may be anything; then it asks for nothing special.
    return {};
  }
}
