import { readBucketSettings } from '#config';
import { findFfmpeg } from '#modules/media';
import { probeBucket } from '#platform/blob';
import { type Check, type Finding, ok, problem, same } from './finding.ts';

const store = { en: 'Store of files', ja: 'ファイルの保存先' };
const converter = { en: 'Conversion of sound and video', ja: '音声・動画の変換' };

/** Where files are kept, and whether those that WhatsApp does not take can be converted. */
export const checkFiles: Check = async (environment) => [
  await checkStore(environment),
  checkConverter(environment),
];

async function checkStore(environment: NodeJS.ProcessEnv): Promise<Finding> {
  try {
    const bucket = readBucketSettings(environment);
    if (bucket === null) return ok(store, { en: 'the data folder', ja: 'データフォルダー' });
    await probeBucket(bucket);
    return ok(store, same(`s3://${bucket.bucket} (${bucket.endpoint ?? bucket.region})`));
  } catch (error) {
    const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return problem(store, same(said), {
      en: 'Check S3_ENDPOINT, S3_BUCKET, S3_REGION and the keys; they must be allowed to put, get and delete objects.',
      ja: 'S3_ENDPOINT、S3_BUCKET、S3_REGION とキーをご確認ください。オブジェクトの書き込み・読み取り・削除の権限が必要です。',
    });
  }
}

/** Doing without is in order; it only has to be known. */
function checkConverter(environment: NodeJS.ProcessEnv): Finding {
  const ffmpeg = findFfmpeg(environment);
  if (ffmpeg) return ok(converter, same(ffmpeg.path));
  return ok(converter, {
    en: 'no ffmpeg: WAV, WebM video, H.265 and the like are refused with the reason; everything else works',
    ja: 'ffmpegがありません：WAV、WebM動画、H.265などは理由を示して送信を断ります。それ以外は変換できます',
  });
}
