import { createContext, use } from 'react';
import type { OpenFlow } from './use-flow.ts';

export const FlowContext = createContext<OpenFlow | undefined>(undefined);

/** The form around a component. */
export function useOpenFlow(): OpenFlow {
  const flow = use(FlowContext);
  if (!flow) throw new Error('useOpenFlow is used outside an open WhatsApp Flow');
  return flow;
}
