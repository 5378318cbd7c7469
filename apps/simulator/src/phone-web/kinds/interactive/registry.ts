import { type ComponentType } from 'react';
import { loadLater } from '../../ui/load-later.ts';
import { CtaUrlAction } from './actions/CtaUrlAction.tsx';
import { ListAction } from './actions/ListAction.tsx';
import { LocationRequestAction } from './actions/LocationRequestAction.tsx';
import { ReplyButtonsAction } from './actions/ReplyButtonsAction.tsx';
import type { InteractiveActionProps } from './interactive-action.ts';

export type InteractiveAction = ComponentType<InteractiveActionProps>;

const ContactInfoAction = loadLater(
  async () => (await import('./actions/ContactInfoAction.tsx')).ContactInfoAction,
);

/** What stands under the text, by the `type` of the interactive object. Rare ones are loaded when first shown. */
export const interactiveActions = {
  button: ReplyButtonsAction,
  list: ListAction,
  cta_url: CtaUrlAction,
  location_request_message: LocationRequestAction,
  flow: loadLater(async () => (await import('./actions/FlowAction.tsx')).FlowAction),
  product: loadLater(async () => (await import('./actions/ProductAction.tsx')).ProductAction),
  product_list: loadLater(async () => (await import('./actions/ProductListAction.tsx')).ProductListAction),
  catalog_message: loadLater(async () => (await import('./actions/CatalogAction.tsx')).CatalogAction),
  carousel: loadLater(async () => (await import('./actions/CarouselAction.tsx')).CarouselAction),
  address_message: loadLater(async () => (await import('./actions/AddressAction.tsx')).AddressAction),
  voice_call: loadLater(async () => (await import('./actions/VoiceCallAction.tsx')).VoiceCallAction),
  call_permission_request: loadLater(
    async () => (await import('./actions/CallPermissionAction.tsx')).CallPermissionAction,
  ),
  request_contact_info: ContactInfoAction,
  // The name on Meta's page of May 2026.
  contact_request: ContactInfoAction,
  order_details: loadLater(async () => (await import('./actions/OrderDetailsAction.tsx')).OrderDetailsAction),
  order_status: loadLater(async () => (await import('./actions/OrderStatusAction.tsx')).OrderStatusAction),
} satisfies Record<string, InteractiveAction>;

export const isInteractiveType = (type: string): type is keyof typeof interactiveActions =>
  Object.hasOwn(interactiveActions, type);
