import { useText } from '../../i18n/language.ts';
import type { Step, StepProps } from '../step.ts';

/** What the app may do from now on. */
export const permissionsStep: Step = {
  cancelStep: 'PERMISSIONS',
  isNeeded: () => true,
  Body: Permissions,
  submit: () => Promise.resolve({}),
};

function Permissions({ state }: StepProps) {
  const text = useText().signup.permissions;
  return (
    <>
      <h2>{text.heading}</h2>
      <p>{text.sentence(state.app.name)}</p>
      <ul>
        <li>{text.manage}</li>
        <li>{text.message}</li>
      </ul>
    </>
  );
}
