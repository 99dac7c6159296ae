import { expect, test } from 'vitest';
import * as client from './index.ts';
import * as log from './log.ts';
import * as otel from './otel.ts';

test('exports this and nothing else', () => {
  expect(Object.keys(client).sort()).toEqual([
    'AuthenticationError',
    'ConfigurationError',
    'ConflictError',
    'ConnectionError',
    'InsufficientCreditsError',
    'InvalidArgumentError',
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
    'isCustomModelId',
    'isMountseaError',
    'parseCustomModelId',
    'rawOf',
    'retryPolicies',
    'systemClock',
  ]);
  expect([log, otel].map((entry) => Object.keys(entry))).toEqual([['withLogging'], ['withTelemetry']]);
});

test('an error keeps its name when a bundler renames its class', () => {
  const classes = Object.entries(client).filter(([name]) => name.endsWith('Error') && name !== 'isMountseaError');
  expect(classes).toHaveLength(15);
  for (const [name, value] of classes) {
    if (value === client.MountseaError) continue;
    const renamed = class extends (value as new (message: string) => Error) {};
    expect(new renamed('what happened').name).toBe(name);
  }
});
