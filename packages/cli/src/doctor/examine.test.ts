import { expect, it } from 'vitest';
import { nodeFinding, settingsFinding, skewFinding } from './examine.ts';

it.each([
  ['20.18.3', 'bad'],
  ['20.19.0', 'ok'],
  ['18.20.0', 'bad'],
  ['22.0.0', 'ok'],
  ['24.21.0', 'ok'],
])('Node %s is %s', (version, state) => {
  expect(nodeFinding(version).state).toBe(state);
});

it.each([
  [null, 'ok', 'does not send'],
  ['no date', 'ok', 'does not send'],
  ['Sun, 22 Nov 2026 12:00:00 GMT', 'ok', 'agrees'],
  ['Sun, 22 Nov 2026 12:00:30 GMT', 'ok', '30 s behind the server'],
  ['Sun, 22 Nov 2026 12:05:00 GMT', 'warning', '300 s behind the server'],
  ['Sun, 22 Nov 2026 11:50:00 GMT', 'warning', '599 s ahead of the server'],
])('a server that says %s', (date, state, detail) => {
  const now = Date.parse('2026-11-22T12:00:00.500Z');
  expect(skewFinding(date, now - 200, now)).toMatchObject({ state, detail: expect.stringContaining(detail) });
});

it('says where each setting came from', () => {
  const some = { baseUrl: '--base-url', usageBaseUrl: undefined, apiKey: 'apiKeyCommand', home: 'MOUNTSEA_SUNO_HOME' };
  expect(settingsFinding({ origins: some }).detail).toBe(
    'base URL: --base-url, usage URL: default, key: apiKeyCommand, home: MOUNTSEA_SUNO_HOME',
  );
  const none = { baseUrl: undefined, usageBaseUrl: undefined, apiKey: undefined, home: undefined };
  expect(settingsFinding({ origins: none }).detail).toBe('base URL: default, usage URL: default, key: nowhere, home: default');
});
