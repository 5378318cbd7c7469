import { type ErrorCode, errorCodes, type Media, mediaSchema, type Problem } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { createProblem } from '#platform/errors';
import { findMedia, type MediaRow } from './store.ts';

/** Files as the API shows them, by id. */
export async function viewMedia(
  transaction: TenantTransaction,
  mediaIds: readonly string[],
): Promise<ReadonlyMap<string, Media>> {
  const rows = await findMedia(transaction, mediaIds);
  return new Map(rows.map((row) => [row.id, toMedia(row)]));
}

export function toMedia(row: MediaRow): Media {
  return {
    id: row.id,
    state: row.state,
    mimeType: row.mime_type,
    sizeBytes: row.size_bytes === null ? null : Number(row.size_bytes),
    fileName: row.file_name,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    hasThumbnail: row.thumbnail_sha256 !== null,
    waveform: row.waveform === null ? null : [...row.waveform],
    converted: convertedOf(row),
    problem: problemOf(row),
  };
}

function convertedOf({ converted_from, conversion_reasons }: MediaRow): Media['converted'] {
  if (converted_from === null) return null;
  return mediaSchema.shape.converted.parse({ from: converted_from, reasons: conversion_reasons ?? [] });
}

export function problemOf({ state, failure_code, failure_reason }: MediaRow): Problem | null {
  if (state !== 'failed') return null;
  const code = isErrorCode(failure_code) ? failure_code : 'media_not_fetched';
  if (failure_reason === null) return createProblem(code);
  return createProblem(code, {
    detail: {
      en: `The file could not be had from WhatsApp: ${failure_reason}`,
      ja: `WhatsAppからファイルを取得できませんでした：${failure_reason}`,
    },
  });
}

function isErrorCode(code: string | null): code is ErrorCode {
  const codes: readonly (string | null)[] = errorCodes;
  return codes.includes(code);
}
