import { createContext, useContext } from 'react';

interface FormPlace {
  readonly conversationId: string;
  readonly channelId: string;
  /** That of the product chosen last; every choice is a new object. */
  readonly pickedCatalog: { readonly id: string } | null;
  readonly pickCatalog: (catalogId: string) => void;
}

const FormPlaceContext = createContext<FormPlace | null>(null);

export const FormPlaceProvider = FormPlaceContext.Provider;

/** The conversation that the form writes to, and what its fields tell each other. */
export function useFormPlace(): FormPlace {
  const place = useContext(FormPlaceContext);
  if (place === null) throw new Error('A form stands in no conversation.');
  return place;
}
