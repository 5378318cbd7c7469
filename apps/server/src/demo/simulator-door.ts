import * as z from 'zod';

const worldSchema = z.object({
  apps: z.array(z.object({ id: z.string(), secret: z.string(), accessToken: z.string().optional() })),
});
const nodeSchema = z.looseObject({ id: z.string().optional() });
const mediaSchema = z.object({ mediaId: z.string() });

export interface Picture {
  readonly phoneNumberId: string;
  /** JPEG. */
  readonly bytes: Buffer;
  readonly caption: string;
}

export interface SimulatorDoor {
  /** Adds to the simulator's world and gives its apps. */
  mergeWorld(input: unknown): Promise<z.infer<typeof worldSchema>>;
  /** `POST` on the simulated Graph API, as the app with this token. */
  callGraph(path: string, accessToken: string, body: unknown): Promise<z.infer<typeof nodeSchema>>;
  sendInbound(messages: readonly unknown[]): Promise<void>;
  /** A customer takes a picture and sends it, now. */
  sendPicture(waId: string, picture: Picture): Promise<void>;
  /** Somebody of the business writes in its WhatsApp Business app, now. */
  writeInBusinessApp(phoneNumberId: string, waId: string, text: string): Promise<void>;
}

/** The few calls of a simulator's APIs that a demonstration needs, over HTTP. */
export function openSimulatorDoor(controlUrl: string): SimulatorDoor {
  async function call(path: string, init: RequestInit): Promise<unknown> {
    const response = await fetch(new URL(path, controlUrl), { method: 'POST', ...init });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  }
  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
    call(path, { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  return {
    mergeWorld: async (input) => worldSchema.parse(await post('/control/world', input)),
    async callGraph(path, accessToken, body) {
      return nodeSchema.parse(await post(path, body, { authorization: `Bearer ${accessToken}` }));
    },
    sendInbound: async (messages) => void (await post('/control/inbound', { messages })),
    async sendPicture(waId, { phoneNumberId, bytes, caption }) {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'photo.jpg');
      const { mediaId } = mediaSchema.parse(await call(`/phones/${waId}/media`, { body: form }));
      await post(`/phones/${waId}/messages`, { phoneNumberId, type: 'image', image: { mediaId, caption } });
    },
    async writeInBusinessApp(phoneNumberId, waId, text) {
      await post(`/businesses/${phoneNumberId}/messages`, { waId, type: 'text', text: { body: text } });
    },
  };
}
