import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The ffmpeg of this machine. */
export interface Ffmpeg {
  readonly path: string;
  /** Runs with what comes between input and output. Throws `FfmpegFailed`. */
  convert(input: string, options: readonly string[], output: string): Promise<void>;
  /** Hands what comes out to `take`, piece by piece. Throws `FfmpegFailed`. */
  decode(input: string, options: readonly string[], take: (chunk: Buffer) => void): Promise<void>;
}

export class FfmpegFailed extends Error {
  override readonly name = 'FfmpegFailed';
}

const timeoutMs = 4 * 60_000;
/** Containers of sound and pictures only: lists of other files or addresses are none, so nothing else is ever opened. */
const knownContainers =
  'mov,mp4,matroska,webm,ogg,wav,mp3,aac,flac,aiff,caf,asf,avi,amr,mpegts,mpeg,flv,3gp,w64,gif';

/** Looks for ffmpeg in the folders of `PATH`, or where `FFMPEG_PATH` says. Runs nothing. */
export function findFfmpeg(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Ffmpeg | undefined {
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const given = environment['FFMPEG_PATH'];
  const path = [...(given ? [given] : []), ...folders.map((folder) => join(folder, name))].find(isExecutable);
  if (path === undefined) return undefined;
  const inTurn = createTurn();
  return {
    path,
    convert: (input, options, output) =>
      inTurn(() => run(path, [...open(input), '-map_metadata', '-1', ...options, output])),
    decode: (input, options, take) => inTurn(() => run(path, [...open(input), ...options, '-'], take)),
  };
}

function open(input: string): readonly string[] {
  const limits = ['-protocol_whitelist', 'file,pipe', '-format_whitelist', knownContainers];
  return ['-nostdin', '-v', 'error', '-y', '-threads', '2', ...limits, '-i', input];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(path: string, options: readonly string[], take?: (chunk: Buffer) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(path, options, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
      killSignal: 'SIGKILL',
      env: {},
    });
    child.stdout.on('data', (chunk: Buffer) => take?.(chunk));
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2000);
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new FfmpegFailed(`ffmpeg ended with ${code ?? signal}: ${said.trim()}`));
    });
  });
}

/** One at a time: a conversion takes all there is, and the inbox must stay quick. */
function createTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
