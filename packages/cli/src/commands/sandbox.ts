import { startSandbox } from '@mountsea-suno/sandbox/node';
import type { BareContext } from '../bare-context.ts';

/** The flags of `sandbox`. */
export interface SandboxFlags {
  readonly port?: number | undefined;
  readonly speed?: number | undefined;
  readonly credits?: number | undefined;
  readonly seed?: number | undefined;
  /** `--no-fetch-audio`: take any URL for a song. */
  readonly fetchAudio?: boolean | undefined;
}

/** `mountsea-suno sandbox`: runs until it is interrupted. */
export async function sandbox(flags: SandboxFlags, { output, signal }: BareContext): Promise<void> {
  const running = await startSandbox({
    port: flags.port ?? 0,
    speed: flags.speed ?? 1,
    fetchAudio: flags.fetchAudio !== false,
    ...(flags.credits === undefined ? {} : { credits: flags.credits }),
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
  });
  try {
    const variables = `MOUNTSEA_API_KEY=${running.apiKey} MOUNTSEA_BASE_URL=${running.url} MOUNTSEA_USAGE_BASE_URL=${running.url}`;
    const command = `${variables} mountsea-suno train --yes --name v6Pro ${running.songUrls.join(' ')}`;
    output.item({ url: running.url, apiKey: running.apiKey, songUrls: running.songUrls, pid: process.pid }, [
      `Sandbox  ${running.url}  (a stand-in of the API: nothing is charged)`,
      `Key      ${running.apiKey}`,
      `Watch    ${running.url}/dashboard`,
      `Docs     ${running.url}/docs`,
      'Six songs to train on are served too. In another terminal:',
      '',
      `  ${command}`,
      '',
      'Ctrl-C stops it; it keeps nothing.',
    ]);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    await running.close();
  }
}
