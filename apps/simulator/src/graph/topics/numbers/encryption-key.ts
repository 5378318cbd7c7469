import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { changeSettings } from '../../../world/numbers/change-settings.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { badParameter, readInput } from '../../input/read-input.ts';

/** Forms carry line ends as CR LF. */
const inputSchema = z.object({
  business_public_key: z
    .string()
    .min(1)
    .transform((pem) => pem.replaceAll('\r\n', '\n')),
});

/** `/{phone-number-id}/whatsapp_business_encryption`: the key with which flow endpoints are spoken to. */
export const encryptionKeyEdges: Edges<'phoneNumber'> = {
  'GET whatsapp_business_encryption': {
    scope: managementScope,
    handle({ simulation, node }) {
      const key = settingsOf(simulation.world, node.id).encryptionKey;
      if (!key) return { data: [] };
      return {
        data: [{ business_public_key: key.pem, business_public_key_signature_status: key.signature }],
      };
    },
  },
  'POST whatsapp_business_encryption': {
    scope: managementScope,
    handle(call) {
      const { business_public_key: pem } = readInput(call, inputSchema);
      if (!isRsa2048(pem)) {
        throw badParameter('business_public_key', 'must be a 2048-bit RSA public key in PEM format.');
      }
      changeSettings(call.simulation, call.node.id, { encryptionKey: { pem, signature: 'VALID' } });
      return { success: true };
    },
  },
};

function isRsa2048(pem: string): boolean {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2048;
  } catch {
    // Whatever is wrong with it, it is no such key.
    return false;
  }
}
