import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { JsonObject } from '../../../world/entities.ts';
import type { Group } from '../../../world/groups/group.ts';
import { saveGroup } from '../../../world/groups/join-group.ts';
import { groupFailure, tellGroup } from '../../../world/groups/tell-group.ts';
import { readJpegSize } from '../../../world/media/jpeg-size.ts';
import type { GraphCall, UploadedFile } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { messagingProduct } from '../../input/values.ts';
import { descriptionSchema, newRequestId, requireActive, subjectSchema } from './group-parts.ts';

const smallestPictureSide = 192;
const largestPictureBytes = 5 * 1024 * 1024;
const headerBytes = 256 * 1024;

const inputSchema = z.object({
  messaging_product: messagingProduct,
  subject: subjectSchema.optional(),
  description: descriptionSchema.optional(),
});

/** `POST /{group-id}`: subject, description and picture; each succeeds or fails by itself, told by webhook. */
export async function changeGroup(call: GraphCall<Group>): Promise<unknown> {
  const { simulation, node, file } = call;
  const { subject, description } = readInput(call, inputSchema);
  if (subject === undefined && description === undefined && !file) {
    throw new GraphError(100, { message: '(#100) Need at least one of the parameters to update.' });
  }
  requireActive(node);
  const requestId = newRequestId(simulation);
  const fault = file && (await pictureFault(file));
  const isPictureGood = file !== undefined && fault === undefined;
  if (isPictureGood) simulation.media.keep(file);
  saveGroup(simulation, {
    ...node,
    ...(subject === undefined ? {} : { subject }),
    ...(description === undefined ? {} : { description }),
    ...(isPictureGood ? { pictureSha256: file.sha256 } : {}),
  });
  tellGroup(simulation, node, 'group_settings_update', {
    type: 'group_settings_update',
    request_id: requestId,
    ...(subject === undefined ? {} : { group_subject: { text: subject, update_successful: true } }),
    ...(description === undefined
      ? {}
      : { group_description: { text: description, update_successful: true } }),
    ...(file ? { profile_picture: describePicture(file, fault) } : {}),
  });
  return { messaging_product: 'whatsapp', request_id: requestId };
}

function describePicture({ mimeType, sha256 }: UploadedFile, fault: JsonObject | undefined): JsonObject {
  return {
    mime_type: mimeType,
    sha256: Buffer.from(sha256, 'hex').toString('base64'),
    update_successful: fault === undefined,
    ...(fault ? { errors: [fault] } : {}),
  };
}

/** JPEG of at most 5 MB, square, at least 192 pixels a side. */
async function pictureFault(file: UploadedFile): Promise<JsonObject | undefined> {
  if (file.sizeBytes > largestPictureBytes) return groupFailure(131009, 'The picture is larger than 5 MB.');
  const size = readJpegSize(await readStart(file.path));
  if (!size) return groupFailure(131009, 'The picture must be a JPEG.');
  if (size.width !== size.height) return groupFailure(131209, 'Width and height must be equal');
  if (size.width < smallestPictureSide) {
    return groupFailure(131210, `The picture must be at least ${smallestPictureSide} pixels wide and high`);
  }
  return undefined;
}

async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
