import type { ChannelCheck, CloudApiCredentials } from '@renkei/contract';
import {
  businessAccountNode,
  type DebugTokenAnswer,
  debugTokenAnswer,
  nextCursor,
  phoneNumberList,
} from '@renkei/graph-api';
import * as z from 'zod';
import { failedCheck, okCheck, refusedCheck, skippedCheck } from '../shared/checks.ts';
import { createGraphCaller, type GraphCaller, type GraphSettings } from './graph-caller.ts';
import { readNumber, tokenExpiryOf } from './number.ts';

type TokenData = DebugTokenAnswer['data'];

const neededScopes = ['whatsapp_business_messaging', 'whatsapp_business_management'] as const;

/** Letters, digits and the signs that no URL encodes, so that the token comes back from Meta as it was entered. */
const verifyTokenPattern = /^[A-Za-z0-9._~-]{16,200}$/;

/**
 * Judges each value of the form against Graph, in an order in which each answer helps to judge the next. A value that
 * cannot be judged because an earlier one is wrong is `skipped`, never blamed.
 */
export async function checkCredentials(
  settings: GraphSettings,
  credentials: CloudApiCredentials,
): Promise<readonly ChannelCheck[]> {
  const verifyToken = checkVerifyToken(credentials.verifyToken);
  const { caller, ...token } = await readTokenWithOrWithoutProof(settings, credentials);
  if (token.needsOtherSecret) {
    return [
      token.check,
      skippedCheck('phoneNumberId'),
      skippedCheck('wabaId'),
      failedCheck('appSecret', 'channel_app_secret_wrong', proofRefused),
      verifyToken,
    ];
  }
  if (!token.data) {
    return [
      token.check,
      skippedCheck('phoneNumberId'),
      skippedCheck('wabaId'),
      skippedCheck('appSecret'),
      verifyToken,
    ];
  }
  const number = await checkPhoneNumber(caller, credentials.phoneNumberId);
  return [
    token.check,
    number,
    await checkWaba(caller, credentials, number.outcome === 'ok'),
    await checkAppSecret(settings, token.data, credentials.appSecret),
    verifyToken,
  ];
}

interface ReadToken {
  readonly caller: GraphCaller;
  readonly check: ChannelCheck;
  readonly data?: TokenData | undefined;
  /** The app requires a proof of its secret, and the secret of the form does not give it. */
  readonly needsOtherSecret: boolean;
}

const proofRefused = {
  en: 'The app of this token requires a proof of its secret, and Meta refuses the proof made with this one.',
  ja: 'このトークンのアプリはシークレットの証明を必須としていますが、この値による証明はMetaに拒否されました。',
};

/**
 * Without proof first: a wrong secret must not make a right token look wrong. An app that requires the proof answers
 * code 100 then, and is asked again with it.
 */
async function readTokenWithOrWithoutProof(
  settings: GraphSettings,
  { accessToken, appSecret }: CloudApiCredentials,
): Promise<ReadToken> {
  const plain = createGraphCaller(settings, accessToken);
  const first = await readToken(plain, accessToken);
  if (first.check.problem?.providerCode !== invalidParameter) {
    return { ...first, caller: plain, needsOtherSecret: false };
  }
  const proving = createGraphCaller(settings, accessToken, appSecret);
  const second = await readToken(proving, accessToken);
  const isRefused = second.check.problem?.providerCode === invalidParameter;
  const check = isRefused ? skippedCheck('accessToken') : second.check;
  return { ...second, check, caller: proving, needsOtherSecret: isRefused };
}

const invalidParameter = 100;

async function readToken(
  caller: GraphCaller,
  accessToken: string,
): Promise<{ readonly check: ChannelCheck; readonly data?: TokenData }> {
  try {
    const { data } = await caller.call(
      { path: '/debug_token', query: { input_token: accessToken } },
      debugTokenAnswer,
    );
    return { check: judgeToken(data), data };
  } catch (error) {
    return { check: refusedCheck('accessToken', 'channel_token_wrong', 'Meta', error) };
  }
}

function judgeToken(data: TokenData): ChannelCheck {
  if (!data.is_valid) {
    return failedCheck('accessToken', 'channel_token_wrong', {
      en: `Meta says that the token is not valid${data.error ? `: ${data.error.message}` : '.'}`,
      ja: `Metaによると、このトークンは無効です${data.error ? `：${data.error.message}` : '。'}`,
    });
  }
  const missing = neededScopes.filter((scope) => !data.scopes.includes(scope));
  if (missing.length > 0) {
    return failedCheck('accessToken', 'channel_token_wrong', {
      en: `The token is valid but lacks ${missing.join(' and ')}.`,
      ja: `トークンは有効ですが、${missing.join('、')} の権限がありません。`,
    });
  }
  const app = data.application ?? data.app_id ?? '';
  return okCheck('accessToken', {
    en: `Valid, made by the app "${app}"; ${describeExpiry(data, 'en')}.`,
    ja: `有効です。アプリ「${app}」が発行しました。${describeExpiry(data, 'ja')}。`,
  });
}

function describeExpiry(data: TokenData, language: 'en' | 'ja'): string {
  const expiresAt = tokenExpiryOf(data);
  if (!expiresAt) return language === 'en' ? 'it does not expire' : '有効期限はありません';
  const day = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  return language === 'en' ? `it expires on ${day} UTC` : `有効期限は ${day}（UTC）です`;
}

async function checkPhoneNumber(caller: GraphCaller, phoneNumberId: string): Promise<ChannelCheck> {
  try {
    const number = await readNumber(caller, phoneNumberId);
    if (number.phoneNumber === '') {
      return failedCheck('phoneNumberId', 'channel_phone_number_wrong', {
        en: 'This id exists but is not a phone number.',
        ja: 'このIDは存在しますが、電話番号のものではありません。',
      });
    }
    const label = `${number.displayPhoneNumber}${number.verifiedName ? ` (${number.verifiedName})` : ''}`;
    return okCheck('phoneNumberId', { en: `This is ${label}.`, ja: `${label} です。` });
  } catch (error) {
    return refusedCheck('phoneNumberId', 'channel_phone_number_wrong', 'Meta', error);
  }
}

async function checkWaba(
  caller: GraphCaller,
  { wabaId, phoneNumberId }: CloudApiCredentials,
  numberIsKnown: boolean,
): Promise<ChannelCheck> {
  try {
    const account = await caller.call(
      { path: `/${wabaId}`, query: { fields: 'id,name,message_template_namespace' } },
      businessAccountNode,
    );
    const name = account.name ?? wabaId;
    if (numberIsKnown && !(await holdsNumber(caller, wabaId, phoneNumberId))) {
      return failedCheck('wabaId', 'channel_waba_wrong', {
        en: `The account "${name}" exists, but the phone number does not belong to it.`,
        ja: `アカウント「${name}」は存在しますが、この電話番号は属していません。`,
      });
    }
    return okCheck('wabaId', {
      en: numberIsKnown ? `The account "${name}" holds this number.` : `The account "${name}" exists.`,
      ja: numberIsKnown
        ? `アカウント「${name}」にこの番号があります。`
        : `アカウント「${name}」が存在します。`,
    });
  } catch (error) {
    return refusedCheck('wabaId', 'channel_waba_wrong', 'Meta', error);
  }
}

async function holdsNumber(caller: GraphCaller, wabaId: string, phoneNumberId: string): Promise<boolean> {
  let after: string | undefined;
  do {
    const query = { fields: 'id', limit: '100', ...(after === undefined ? {} : { after }) };
    const page = await caller.call({ path: `/${wabaId}/phone_numbers`, query }, phoneNumberList);
    if (page.data.some(({ id }) => id === phoneNumberId)) return true;
    after = nextCursor(page);
  } while (after !== undefined);
  return false;
}

/** The app's own token is its id and its secret: only the right pair may read the app. */
async function checkAppSecret(
  settings: GraphSettings,
  { app_id: appId }: TokenData,
  appSecret: string,
): Promise<ChannelCheck> {
  if (appId === undefined) return skippedCheck('appSecret');
  try {
    const app = await createGraphCaller(settings, `${appId}|${appSecret}`, appSecret).call(
      { path: `/${appId}`, query: { fields: 'id,name' } },
      z.looseObject({ name: z.string().optional() }),
    );
    const name = app.name ?? appId;
    return okCheck('appSecret', {
      en: `Belongs to the app "${name}".`,
      ja: `アプリ「${name}」のものです。`,
    });
  } catch (error) {
    return refusedCheck('appSecret', 'channel_app_secret_wrong', 'Meta', error);
  }
}

function checkVerifyToken(verifyToken: string): ChannelCheck {
  if (verifyTokenPattern.test(verifyToken)) {
    return okCheck('verifyToken', { en: 'Can be used.', ja: '使用できます。' });
  }
  return failedCheck('verifyToken', 'channel_verify_token_wrong', {
    en: `16 to 200 letters, digits, ".", "_", "~" or "-" are needed; this has ${verifyToken.length} characters.`,
    ja: `英数字と「.」「_」「~」「-」で16〜200文字が必要です（現在${verifyToken.length}文字）。`,
  });
}
