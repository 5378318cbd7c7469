import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestBucket, type TestBucket } from '../../../test/start-test-bucket.ts';
import { checkFiles } from './check-files.ts';

let bucket: TestBucket;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  bucket = await startTestBucket();
  environment = {
    PATH: '',
    S3_BUCKET: bucket.settings.bucket,
    S3_ENDPOINT: bucket.settings.endpoint ?? '',
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  };
});
afterAll(() => bucket.stop());

const findStore = async (changes: NodeJS.ProcessEnv = {}) =>
  (await checkFiles({ ...environment, ...changes }))[0];

it('finds a bucket that can be written and read, and the data folder where there is none', async () => {
  expect(await findStore()).toMatchObject({ isOk: true, detail: { en: expect.stringContaining('s3://') } });
  expect(await findStore({ S3_BUCKET: undefined })).toMatchObject({ isOk: true });
});

it('says what is wrong with a bucket: its name, its key, half a key, nobody there', async () => {
  const detailOf = async (changes: NodeJS.ProcessEnv) => {
    const finding = await findStore(changes);
    expect(finding?.isOk).toBe(false);
    return finding?.detail.en;
  };
  expect(await detailOf({ S3_BUCKET: 'nowhere' })).toContain('NoSuchBucket');
  expect(await detailOf({ S3_SECRET_ACCESS_KEY: 'wrong' })).toContain('SignatureDoesNotMatch');
  expect(await detailOf({ S3_SECRET_ACCESS_KEY: undefined })).toContain('both');
  expect(await detailOf({ S3_ENDPOINT: 'http://127.0.0.1:1' })).toContain('ECONNREFUSED');
});

it('says whether sounds and videos can be converted', async () => {
  const [, converter] = await checkFiles(environment);
  expect(converter).toMatchObject({ isOk: true, detail: { en: expect.stringContaining('no ffmpeg') } });
});
