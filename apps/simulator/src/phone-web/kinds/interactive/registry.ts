import { type ComponentType, lazy } from 'react';
import { CtaUrlAction } from './actions/CtaUrlAction.tsx';
import { ListAction } from './actions/ListAction.tsx';
import { LocationRequestAction } from './actions/LocationRequestAction.tsx';
import { ReplyButtonsAction } from './actions/ReplyButtonsAction.tsx';
import type { InteractiveActionProps } from './interactive-action.ts';

export type InteractiveAction = ComponentType<InteractiveActionProps>;

const ContactInfoAction = lazy(() => import('./actions/ContactInfoAction.tsx'));

/** What stands under the text, by the `type` of the interactive object. Rare ones are loaded when first shown. */
export const interactiveActions = {
  button: ReplyButtonsAction,
  list: ListAction,
  cta_url: CtaUrlAction,
  location_request_message: LocationRequestAction,
  flow: lazy(() => import('./actions/FlowAction.tsx')),
  product: lazy(() => import('./actions/ProductAction.tsx')),
  product_list: lazy(() => import('./actions/ProductListAction.tsx')),
  catalog_message: lazy(() => import('./actions/CatalogAction.tsx')),
  carousel: lazy(() => import('./actions/CarouselAction.tsx')),
  address_message: lazy(() => import('./actions/AddressAction.tsx')),
  voice_call: lazy(() => import('./actions/VoiceCallAction.tsx')),
  call_permission_request: lazy(() => import('./actions/CallPermissionAction.tsx')),
  request_contact_info: ContactInfoAction,
  // The name on Meta's page of May 2026.
  contact_request: ContactInfoAction,
  order_details: lazy(() => import('./actions/OrderDetailsAction.tsx')),
  order_status: lazy(() => import('./actions/OrderStatusAction.tsx')),
} satisfies Record<string, InteractiveAction>;

const actionsByType = new Map<string, InteractiveAction>(Object.entries(interactiveActions));

export const findInteractiveAction = (type: string) => actionsByType.get(type);
