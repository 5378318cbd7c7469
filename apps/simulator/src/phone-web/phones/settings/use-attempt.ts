import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/language.ts';

/** A form whose deed may be refused: the sentence of the refusal stands at its field. */
export function useAttempt(deed: (form: FormData) => Promise<void>) {
  const text = useText();
  const [problem, setProblem] = useState<string>();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setProblem(undefined);
    deed(new FormData(event.currentTarget)).catch((error: unknown) =>
      setProblem(error instanceof Error ? error.message : text.problems.refused),
    );
  };
  return { onSubmit, problem };
}
