import type { Stage } from '../stage/open-stage.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';

/** A picture of one pixel and a size of its own: other bytes each time, so that each is kept anew. */
function makePicture(index: number): Uint8Array<ArrayBuffer> {
  const onePixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  // What follows a PNG's end is ignored by whoever shows it.
  return new Uint8Array(Buffer.concat([Buffer.from(onePixel, 'base64'), Buffer.from(`picture ${index}`)]));
}

let pictures = 0;

/** A customer sends a picture, which the server has to fetch from the provider. */
export async function writePicture(stage: Stage, workspace: StageWorkspace, waId: string): Promise<void> {
  await stage.control.mergeWorld({ customers: [{ waId }] });
  const form = new FormData();
  form.append('file', new Blob([makePicture(pictures++)], { type: 'image/png' }), 'picture.png');
  const { mediaId } = await post(`${stage.simulatorUrl}/phones/${waId}/media`, form);
  const { id } = await post(
    `${stage.simulatorUrl}/phones/${waId}/messages`,
    JSON.stringify({ phoneNumberId: workspace.phoneNumberId, type: 'image', image: { mediaId } }),
  );
  stage.record.written.push({ id: String(id), waId, phoneNumberId: workspace.phoneNumberId });
}

/** A member uploads a picture to be sent; gives its id. Asked again until there is an answer. */
export async function uploadPicture(stage: Stage, workspace: StageWorkspace): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([makePicture(pictures++)], { type: 'image/png' }), 'picture.png');
  const response = await fetch(`${stage.server.url}/v1/media?kind=image`, {
    method: 'POST',
    body: form,
    headers: { cookie: workspace.cookie, 'x-renkei-csrf': '1' },
  });
  const answer: { id?: string } = await response.json();
  if (answer.id === undefined) throw new Error(`A picture was refused: ${JSON.stringify(answer)}`);
  return answer.id;
}

async function post(url: string, body: FormData | string): Promise<Record<string, unknown>> {
  const headers = new Headers(typeof body === 'string' ? { 'content-type': 'application/json' } : {});
  const response = await fetch(url, { method: 'POST', body, headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return await response.json();
}
