/**
 * A stand-in for `connect.facebook.net/<locale>/sdk.js`: `FB.init`, `FB.login` and `FB.getLoginStatus`, as far as Embedded
 * Signup needs them. The pop-up posts two messages to the page that opened it: the session event as JSON text, and the
 * code for the callback as text that is no JSON (Facebook posts such ones, too).
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
    const onMessage = (event) => {
      if (event.origin !== origin || typeof event.data !== 'string' || !event.data.startsWith('cb=')) return;
      answer(new URLSearchParams(event.data).get('code'));
    };
    window.addEventListener('message', onMessage);
    // The last messages of a window that closes come after it is seen as closed.
    const timer = setInterval(() => {
      if (!dialog || dialog.closed) setTimeout(() => answer(null), 500);
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
