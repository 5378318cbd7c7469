import { useState } from 'react';
import type { FlowScope, FormValues } from './resolve.ts';

type Visit = Readonly<{ screenId: string; data: FormValues; form: FormValues }>;

/** The screens of a form visited so far, the last one shown, each with its data and what was entered. */
export function useVisits() {
  const [visits, setVisits] = useState<readonly Visit[]>([]);
  const current = visits.at(-1);
  const scope: FlowScope = {
    data: current?.data ?? {},
    form: current?.form ?? {},
    screens: Object.fromEntries(visits.map(({ screenId, data, form }) => [screenId, { data, form }])),
  };

  return {
    currentId: current?.screenId,
    scope,
    canGoBack: visits.length > 1,
    goBack: () => setVisits((before) => before.slice(0, -1)),
    setValue: (name: string, value: unknown) =>
      setVisits((before) => {
        const last = before.at(-1);
        return last ? [...before.slice(0, -1), { ...last, form: { ...last.form, [name]: value } }] : before;
      }),
    enter: (screenId: string, data: FormValues) =>
      setVisits((before) => {
        const last = before.at(-1);
        if (last?.screenId !== screenId) return [...before, { screenId, data, form: {} }];
        // An answer for the same screen refreshes it and keeps what was entered.
        return [...before.slice(0, -1), { ...last, data: { ...last.data, ...data } }];
      }),
  };
}
