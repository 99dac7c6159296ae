import { expect, test } from 'vitest';
import * as client from './index.ts';
import * as log from './log.ts';
import * as otel from './otel.ts';
import * as validate from './validate.ts';

test('exports this and nothing else', () => {
  expect(Object.keys(client).sort()).toEqual([
    'AuthenticationError',
    'ConfigurationError',
    'ConflictError',
    'ConnectionError',
    'InsufficientCreditsError',
    'MountseaError',
    'NotFoundError',
    'PermissionError',
    'RateLimitError',
    'ServerError',
    'TimeoutError',
    'UnexpectedResponseError',
    'UsageNotConfiguredError',
    'ValidationError',
    'createClient',
    'findClipId',
    'findClips',
    'findModelId',
    'isMountseaError',
    'systemClock',
  ]);
  expect([log, otel, validate].map((entry) => Object.keys(entry))).toEqual([
    ['withLogging'],
    ['withTelemetry'],
    ['withValidation'],
  ]);
});
