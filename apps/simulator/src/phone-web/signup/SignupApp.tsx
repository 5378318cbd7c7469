import { useEffect, useMemo, useState } from 'react';
import { PhoneApiError } from '../api/requests.ts';
import { useText } from '../i18n/language.ts';
import { readRequest } from './read-request.ts';
import { SignupDialog } from './SignupDialog.tsx';
import styles from './signup.module.css';
import { type SignupState, signupApi } from './signup-api.ts';

/** `/dialog/oauth`: stands in for Facebook's window of Embedded Signup. */
export function SignupApp({ query }: { query: URLSearchParams }) {
  const text = useText();
  const request = useMemo(() => readRequest(query), [query]);
  const [state, setState] = useState<SignupState>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    signupApi.getState(request.appId).then(setState, (error: unknown) => {
      const isUnknown = error instanceof PhoneApiError && error.status === 404;
      setProblem(isUnknown ? text.signup.unknownApp : text.problems.unreachable);
    });
  }, [request, text]);

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        {problem !== undefined && <p role="alert">{problem}</p>}
        {state && <SignupDialog request={request} state={state} />}
      </div>
    </main>
  );
}
