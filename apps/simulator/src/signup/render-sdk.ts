/**
 * A stand-in for `connect.facebook.net/<locale>/sdk.js`: `FB.init`, `FB.login` and `FB.getLoginStatus`, as far as Embedded
 * Signup needs them. The pop-up posts to the page that opened it: the session event as JSON text, and as text that is no JSON (Facebook
 * posts such ones, too) its step and the code for the callback.
 */
export function renderSdk(locale: string): string {
  return `'use strict';
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const language = ${JSON.stringify(locale.slice(0, 2))};
  let settings = {};

  const login = (callback, options = {}) => {
    const query = new URLSearchParams({
      app_id: String(settings.appId),
      display: 'popup',
      response_type: options.response_type || 'code',
      config_id: String(options.config_id || ''),
      extras: JSON.stringify(options.extras || {}),
      lang: language,
    });
    const path = (settings.version ? '/' + settings.version : '') + '/dialog/oauth?' + query;
    const dialog = window.open(origin + path, 'facebook-login', 'popup,width=560,height=760');
    let isAnswered = false;
    const answer = (code) => {
      if (isAnswered) return;
      isAnswered = true;
      clearInterval(timer);
      window.removeEventListener('message', onMessage);
      callback(code
        ? { authResponse: { code, userID: null, expiresIn: null }, status: 'connected' }
        : { authResponse: null, status: 'unknown' });
    };
    let step;
    const onMessage = (event) => {
      if (event.origin !== origin || typeof event.data !== 'string') return;
      const said = new URLSearchParams(event.data);
      if (event.data.startsWith('step=')) step = said.get('step');
      if (event.data.includes('WA_EMBEDDED_SIGNUP')) step = undefined;
      if (event.data.startsWith('cb=')) answer(said.get('code'));
    };
    // What a window posts while it closes may be lost: the SDK says for it where the person left.
    const tellLeft = () => {
      if (!step) return;
      const data = JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', data: { current_step: step } });
      step = undefined;
      window.dispatchEvent(new MessageEvent('message', { origin, data }));
    };
    window.addEventListener('message', onMessage);
    // The last messages of a window that closes come after it is seen as closed.
    const timer = setInterval(() => {
      if (dialog && !dialog.closed) return;
      clearInterval(timer);
      setTimeout(() => {
        if (!isAnswered) tellLeft();
        answer(null);
      }, 500);
    }, 250);
  };

  window.FB = {
    init: (given) => { settings = given; },
    login,
    getLoginStatus: (callback) => callback({ authResponse: null, status: 'unknown' }),
    AppEvents: { logPageView: () => {} },
  };
  if (typeof window.fbAsyncInit === 'function') window.fbAsyncInit();
})();
`;
}
