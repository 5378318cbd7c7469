import { constants, createCipheriv, createDecipheriv, publicEncrypt } from 'node:crypto';

export interface EncryptedExchange {
  readonly body: {
    readonly encrypted_flow_data: string;
    readonly encrypted_aes_key: string;
    readonly initial_vector: string;
  };
  /** Reads the endpoint's answer; throws when it was not encrypted with the same key. */
  decryptAnswer(text: string): unknown;
}

const tagBytes = 16;

/**
 * Encrypts what is posted to a flow's endpoint: AES-128-GCM with the tag at the end, its key by RSA-OAEP with SHA-256;
 * the answer has the same key and the vector with every bit inverted (Meta: implementing your flow endpoint).
 */
export function encryptExchange(
  publicKeyPem: string,
  payload: unknown,
  secrets: { readonly key: Buffer; readonly vector: Buffer },
): EncryptedExchange {
  const { key, vector } = secrets;
  const cipher = createCipheriv('aes-128-gcm', key, vector);
  const data = Buffer.concat([cipher.update(JSON.stringify(payload)), cipher.final(), cipher.getAuthTag()]);
  const encryptedKey = publicEncrypt(
    { key: publicKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
  return {
    body: {
      encrypted_flow_data: data.toString('base64'),
      encrypted_aes_key: encryptedKey.toString('base64'),
      initial_vector: vector.toString('base64'),
    },
    decryptAnswer(text) {
      const answer = Buffer.from(text, 'base64');
      const inverted = vector.map((byte) => byte ^ 0xff);
      const decipher = createDecipheriv('aes-128-gcm', key, inverted);
      decipher.setAuthTag(answer.subarray(answer.length - tagBytes));
      const clear = Buffer.concat([
        decipher.update(answer.subarray(0, answer.length - tagBytes)),
        decipher.final(),
      ]);
      return JSON.parse(clear.toString('utf8'));
    },
  };
}
