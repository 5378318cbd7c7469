import { type FormEvent, useEffect, useState } from 'react';
import { PhoneApiError } from '../api/requests.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import type { SignupRequest } from './read-request.ts';
import styles from './signup.module.css';
import { type SignupState, signupApi } from './signup-api.ts';
import type { Progress } from './step.ts';
import { steps } from './steps/registry.ts';
import { leave, tellCancelled, tellFinished, tellProblem, tellStep } from './tell-opener.ts';

type DialogProps = Readonly<{ request: SignupRequest; state: SignupState }>;

/** The screens one after the other. Whoever opened the window is told how it ended. */
export function SignupDialog({ request, state }: DialogProps) {
  const text = useText().signup;
  const [progress, setProgress] = useState<Progress>({});
  const [index, setIndex] = useState(0);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const step = steps[index];
  const cancelStep = isDone ? undefined : step?.cancelStep;

  useEffect(() => {
    if (cancelStep !== undefined) tellStep(cancelStep);
  }, [cancelStep]);

  useEffect(() => {
    document.title = text.title(state.app.name);
  }, [text, state]);

  const finish = async ({ wabaId = '', phoneNumberId }: Progress) => {
    const { redirectUri, appId } = request;
    const result = await signupApi.finish({ appId, wabaId, phoneNumberId, redirectUri });
    setDone(true);
    tellFinished(request, { ...result, order: state.messageOrder });
    if (redirectUri === undefined) window.close();
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!step || isBusy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    try {
      const gained = { ...progress, ...(await step.submit(form, { request, state, progress })) };
      setProgress(gained);
      const next = steps.findIndex(
        ({ isNeeded }, place) => place > index && isNeeded({ request, progress: gained }),
      );
      if (next === -1) await finish(gained);
      else setIndex(next);
    } catch (error) {
      if (!(error instanceof PhoneApiError)) throw error;
      setProblem(error.reason ?? error.message);
    } finally {
      setBusy(false);
    }
  };

  if (isDone || !step) return <p role="status">{text.done}</p>;
  const { Body } = step;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h1>{text.title(state.app.name)}</h1>
      <p className={styles.quiet}>{text.simulated}</p>
      <Body request={request} state={state} progress={progress} />
      {problem !== undefined && (
        <div className={styles.alert} role="alert">
          <p>
            {text.refused} <span lang="en">{problem}</span>
          </p>
          <Button
            onClick={() => {
              setDone(true);
              tellProblem(problem);
              leave(request);
            }}
          >
            {text.report}
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <Button
          onClick={() => {
            setDone(true);
            tellCancelled(step.cancelStep);
            leave(request);
          }}
        >
          {text.cancel}
        </Button>
        <Button tone="accent" type="submit" disabled={isBusy}>
          {index === steps.length - 1 ? text.permissions.finish : text.next}
        </Button>
      </div>
    </form>
  );
}
