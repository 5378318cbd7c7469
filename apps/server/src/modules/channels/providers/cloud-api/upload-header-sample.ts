import { setTimeout as pause } from 'node:timers/promises';
import { uploadedHandleAnswer, uploadOffsetAnswer, uploadSessionAnswer } from '@renkei/graph-api';
import { type HeaderSample, ProviderCallError } from '../../port.ts';
import type { GraphCaller } from './graph-caller.ts';

/** How long to wait before each time it goes on after a broken connection. */
const pausesMs = [500, 2_000, 8_000];

/**
 * The resumable upload: a session, then the bytes, from where they ended when the connection broke.
 * (Meta, "Resumable Upload API", 2026)
 */
export async function uploadHeaderSample(
  caller: GraphCaller,
  accessToken: string,
  file: HeaderSample,
): Promise<{ readonly handle: string }> {
  const session = await caller.call(
    {
      method: 'POST',
      // The app that the token belongs to.
      path: '/app/uploads',
      query: {
        file_name: file.fileName,
        file_length: String(file.sizeBytes),
        file_type: file.mimeType,
      },
    },
    uploadSessionAnswer,
  );
  let offset = 0;
  for (let cuts = 0; ; cuts += 1) {
    try {
      const answer = await sendFrom(caller, accessToken, session.id, file, offset);
      if ('handle' in answer) return answer;
      offset = answer.offset;
    } catch (error) {
      const isCut = error instanceof ProviderCallError && error.refusal === null;
      if (!isCut || cuts >= pausesMs.length) throw error;
      await pause(pausesMs[cuts]);
      offset = (await caller.call({ path: `/${session.id}` }, uploadOffsetAnswer)).file_offset;
    }
  }
}

/** Either all of it is there, or this much. */
const partAnswer = uploadedHandleAnswer
  .transform(({ h }) => ({ handle: h }))
  .or(uploadOffsetAnswer.transform((answer) => ({ offset: answer.file_offset })));

function sendFrom(
  caller: GraphCaller,
  accessToken: string,
  sessionId: string,
  file: HeaderSample,
  offset: number,
) {
  return caller.upload(
    `/${sessionId}`,
    file.bytes(offset),
    {
      authorization: `OAuth ${accessToken}`,
      file_offset: String(offset),
      'content-type': 'application/octet-stream',
      'content-length': String(file.sizeBytes - offset),
    },
    partAnswer,
  );
}
