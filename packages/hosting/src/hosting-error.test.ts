import { describe, expect, it } from 'vitest';
import { HostingError, type HostingErrorCode, hostingErrorTable, isHostingError } from './hosting-error.ts';

describe('HostingError', () => {
  it.each(Object.keys(hostingErrorTable) as HostingErrorCode[])('%s has a row of its own', (code) => {
    const error = new HostingError(code, 'Text.', { attempts: 2, cause: 'why' });
    expect(error).toMatchObject({
      code,
      message: 'Text.',
      attempts: 2,
      cause: 'why',
      charged: 'no',
      retryable: hostingErrorTable[code].retryable,
    });
    expect([2, 3, 6]).toContain(hostingErrorTable[code].exitCode);
    expect(hostingErrorTable[code].meaning).toMatch(/^[A-Z].*\.$/);
  });

  it('is known across copies of this package and of the client', () => {
    const foreign = Object.defineProperty(new Error('copy'), Symbol.for('@mountsea-suno/hosting/error'), { value: true });
    expect([new HostingError('source_empty', ''), foreign, new Error('other'), null, 'text'].map(isHostingError)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(Symbol.for('@mountsea-suno/error') in new HostingError('source_empty', '')).toBe(true);
  });
});
