import { createContext, useContext } from 'react';

interface FormPlace {
  readonly conversationId: string;
}

const FormPlaceContext = createContext<FormPlace | null>(null);

export const FormPlaceProvider = FormPlaceContext.Provider;

/** The conversation that the form writes to. */
export function useFormPlace(): FormPlace {
  const place = useContext(FormPlaceContext);
  if (place === null) throw new Error('A form stands in no conversation.');
  return place;
}
