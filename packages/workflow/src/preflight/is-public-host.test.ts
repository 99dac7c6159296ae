import { expect, test } from 'vitest';
import { isPublicHost } from './is-public-host.ts';

const hostOf = (url: string): string => new URL(url).hostname;

test.each([
  'https://songs.example.com',
  'https://8.8.8.8',
  'https://172.15.0.1',
  'https://172.32.0.1',
  'https://100.63.0.1',
  'https://[2606:4700::1111]',
  'https://[::ffff:8.8.8.8]',
  'https://local.example.com',
  'https://internal.com',
])('%s is public', (url) => expect(isPublicHost(hostOf(url))).toBe(true));

test.each([
  'http://localhost',
  'http://a.localhost',
  'http://LOCALHOST.',
  'http://printer.local',
  'http://db.internal',
  'http://nas',
  'http://127.0.0.1',
  'http://127.1',
  'http://0x7f.0.0.1',
  'http://2130706433',
  'http://0.0.0.0',
  'http://10.255.0.1',
  'http://100.64.0.1',
  'http://169.254.169.254',
  'http://172.16.0.1',
  'http://172.31.255.255',
  'http://192.168.1.1',
  'http://198.19.0.1',
  'http://224.0.0.1',
  'http://255.255.255.255',
  'http://[::1]',
  'http://[::]',
  'http://[fe80::1]',
  'http://[fd00::1]',
  'http://[fec0::1]',
  'http://[ff02::1]',
  'http://[::ffff:192.168.0.1]',
  'http://[64:ff9b::10.0.0.1]',
])('%s is not', (url) => expect(isPublicHost(hostOf(url))).toBe(false));

test('addresses as a resolver gives them are judged too', () => {
  expect(['fe80::1%eth0', '::ffff:127.0.0.1', 'fd12::', '10.0.0.1'].map(isPublicHost)).toEqual([false, false, false, false]);
  expect(['2a00:1450:4001::200e', '93.184.216.34'].map(isPublicHost)).toEqual([true, true]);
});
