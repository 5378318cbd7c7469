import { type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino';

export type Logger = PinoLogger;

/** Whatever is logged under these names is replaced: secrets, and what customers write. */
const redactedPaths = [
  'accessToken',
  'appSecret',
  'verifyToken',
  'password',
  'token',
  'body',
  'content',
  'phoneNumber',
  'headers.authorization',
  'headers.cookie',
  '*.accessToken',
  '*.appSecret',
  '*.verifyToken',
  '*.password',
  '*.token',
  '*.body',
  '*.content',
  '*.phoneNumber',
  '*.headers.authorization',
  '*.headers.cookie',
];

export function createLogger(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: { paths: redactedPaths, censor: '[redacted]' },
  };
  return destination ? pino(options, destination) : pino(options);
}
