import { z } from 'zod';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { readInput } from '../../input/read-input.ts';
import { graphBoolean } from '../../input/values.ts';

const inputSchema = z.object({
  is_cart_enabled: graphBoolean.optional(),
  is_catalog_visible: graphBoolean.optional(),
});

/** `/{phone-number-id}/whatsapp_commerce_settings`: cart on and catalogue hidden until told otherwise. */
export const commerceSettingsEdges: Edges<'phoneNumber'> = {
  'GET whatsapp_commerce_settings': {
    scope: managementScope,
    handle({ simulation, node }) {
      const { isCartEnabled, isCatalogVisible } = settingsOf(simulation.world, node.id);
      return {
        data: [{ id: node.id, is_cart_enabled: isCartEnabled, is_catalog_visible: isCatalogVisible }],
      };
    },
  },
  'POST whatsapp_commerce_settings': {
    scope: managementScope,
    handle(call) {
      const { is_cart_enabled: cart, is_catalog_visible: catalog } = readInput(call, inputSchema);
      changeSettings(call.simulation, call.node.id, {
        ...(cart === undefined ? {} : { isCartEnabled: cart }),
        ...(catalog === undefined ? {} : { isCatalogVisible: catalog }),
      });
      return { success: true };
    },
  },
};
