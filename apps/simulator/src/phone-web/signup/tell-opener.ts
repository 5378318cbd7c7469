import type { SignupRequest } from './read-request.ts';
import type { SessionEvent } from './signup-api.ts';

const cancelled = { type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL' } as const;

/** The session event, as JSON text: the page that opened the dialog checks the origin. */
function postEvent(event: SessionEvent | Readonly<Record<string, unknown>>): void {
  window.opener?.postMessage(JSON.stringify(event), '*');
}

/** For the callback of FB.login; on purpose no JSON, like Facebook's own. */
function postCallback(code: string | undefined): void {
  window.opener?.postMessage(`cb=1${code === undefined ? '' : `&code=${encodeURIComponent(code)}`}`, '*');
}

/** Where the person is, should the window be closed now. */
export function tellStep(step: string): void {
  window.opener?.postMessage(`step=${step}`, '*');
}

export function tellCancelled(step: string): void {
  postEvent({ ...cancelled, data: { current_step: step } });
}

/** The person reports what went wrong instead of going on. */
export function tellProblem(message: string): void {
  postEvent({
    ...cancelled,
    data: {
      error_message: message,
      error_id: '524126',
      session_id: crypto.getRandomValues(new Uint32Array(2)).join(''),
      timestamp: String(Math.floor(Date.now() / 1000)),
    },
  });
}

/** Both messages in the order the setting asks for; an app that gave a redirect address gets the code there. */
export function tellFinished(
  { redirectUri, state }: SignupRequest,
  { code, event, order }: Readonly<{ code: string; event: SessionEvent; order: 'before' | 'after' }>,
): void {
  if (redirectUri !== undefined) {
    leaveTo(redirectUri, { code, state });
    return;
  }
  if (order === 'before') postEvent(event);
  postCallback(code);
  if (order === 'after') postEvent(event);
}

/** Closes the dialog, or goes back where it came from. */
export function leave({ redirectUri, state }: SignupRequest): void {
  if (redirectUri === undefined) window.close();
  else leaveTo(redirectUri, { error: 'access_denied', error_reason: 'user_denied', state });
}

function leaveTo(redirectUri: string, parameters: Readonly<Record<string, string | undefined>>): void {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  window.location.assign(url);
}
