import type { PhoneAction } from './action.ts';
import { blockAction } from './block.ts';
import { answerCallAction, callAction, hangUpAction, rejectCallAction } from './calls.ts';
import { changeNumberAction } from './change-number.ts';
import { changeUserIdAction } from './change-user-id.ts';
import { flowExchangeAction } from './flow-exchange.ts';
import { followLinkAction } from './follow-link.ts';
import { joinGroupAction, leaveGroupAction } from './groups.ts';
import { identityChangeAction } from './identity-change.ts';
import { marketingAction } from './marketing.ts';
import { onlineAction } from './online.ts';
import { openLinkAction } from './open-link.ts';
import { payAction } from './pay.ts';
import { playedAction } from './played.ts';
import { readAction } from './read.ts';
import { reportErrorAction } from './report-error.ts';
import { settingsAction } from './settings.ts';
import { signUpAction } from './sign-up.ts';

const actions = {
  read: readAction,
  played: playedAction,
  online: onlineAction,
  settings: settingsAction,
  block: blockAction,
  marketing: marketingAction,
  pay: payAction,
  'flow-exchange': flowExchangeAction,
  'open-link': openLinkAction,
  'follow-link': followLinkAction,
  call: callAction,
  'answer-call': answerCallAction,
  'reject-call': rejectCallAction,
  'hang-up': hangUpAction,
  'sign-up': signUpAction,
  'join-group': joinGroupAction,
  'leave-group': leaveGroupAction,
  'change-number': changeNumberAction,
  'change-user-id': changeUserIdAction,
  'identity-change': identityChangeAction,
  'report-error': reportErrorAction,
} as const satisfies Readonly<Record<string, unknown>>;

/** Everything a phone can do beside writing, by the last part of its path. */
export const phoneActions: readonly (readonly [string, PhoneAction])[] = Object.entries(actions).map(
  // An action takes what its own schema parsed; the list forgets which of the two belong together.
  ([name, action]) => [name, action as PhoneAction],
);
