import { type FormEvent, useEffect, useEffectEvent, useState } from 'react';
import { PhoneApiError } from '../api/requests.ts';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/Button.tsx';
import { SwitchField } from '../ui/SwitchField.tsx';
import styles from './signup.module.css';
import { signupApi } from './signup-api.ts';

type ShownApp = Awaited<ReturnType<typeof signupApi.getApp>>;

/** `/business-app/:digits`: the owner of a Business app allows the connection and reads the code. */
export function LinkApp({ digits }: { digits: string }) {
  const text = useText();
  const [app, setApp] = useState<ShownApp>();
  const [problem, setProblem] = useState<string>();

  const showProblem = (error: unknown) =>
    setProblem((error instanceof PhoneApiError ? error.reason : undefined) ?? text.problems.unreachable);
  const showUnread = useEffectEvent(showProblem);
  useEffect(() => {
    signupApi.getApp(digits).then(setApp, (error: unknown) => showUnread(error));
  }, [digits]);

  const allow = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sharesHistory = new FormData(event.currentTarget).has('share');
    try {
      const { linkCode } = await signupApi.link(digits, sharesHistory);
      setApp((before) => before && { ...before, linkCode });
    } catch (error) {
      showProblem(error);
    }
  };

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1>{text.signup.link.heading}</h1>
        <p className={styles.quiet}>{text.signup.simulated}</p>
        {app && <p>{text.signup.link.sentence(`${app.name} (${app.displayPhoneNumber})`)}</p>}
        {problem !== undefined && (
          <p className={styles.alert} role="alert" lang="en">
            {problem}
          </p>
        )}
        {app?.isConnected && <p role="status">{text.signup.link.connected}</p>}
        {app?.linkCode !== undefined && (
          <div role="status">
            <p>{text.signup.link.code}</p>
            <p className={styles.code}>{app.linkCode}</p>
          </div>
        )}
        {app && !app.isConnected && app.linkCode === undefined && (
          <form onSubmit={(event) => void allow(event)}>
            <SwitchField
              label={text.signup.link.share}
              hint={text.signup.link.shareHint}
              name="share"
              defaultChecked={app.sharesHistory}
            />
            <div className={styles.row}>
              <Button tone="accent" type="submit">
                {text.signup.link.allow}
              </Button>
            </div>
          </form>
        )}
      </div>
    </main>
  );
}
