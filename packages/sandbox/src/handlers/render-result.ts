import type { SandboxSwitches } from '../switches.ts';
import type { Clip, Result } from '../world/task.ts';

/** `https://host/my%20song.mp3?sig=1` → `my song`. */
function titleOf(audioUrl: string): string {
  const file = new URL(audioUrl).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(file).replace(/\.\w+$/, '');
  } catch {
    return file;
  }
}

/** A clip as `generate` shows it. */
export function renderClip(clip: Clip, baseUrl: string, status: 'complete' | 'streaming'): Record<string, unknown> {
  return {
    id: clip.id,
    title: clip.title,
    status,
    audio_url: clip.audioUrl === '' ? `${baseUrl}/audio/${clip.id}.wav` : clip.audioUrl,
    image_url: `${baseUrl}/images/${clip.id}.svg`,
    metadata: { tags: clip.tags, duration: clip.seconds },
  };
}

function renderModel(result: Result & { kind: 'model' }, key: SandboxSwitches['modelIdKey']): Record<string, unknown> {
  const { modelUuid, name } = result;
  const id = `chirp-custom:${modelUuid}`;
  if (key === 'nested') return { name, status: 'complete', custom_model: { id, base_model: 'chirp-v55' } };
  if (key === 'bare-uuid') return { id: modelUuid, external_key: modelUuid, name, status: 'complete' };
  return { [key]: id, name, status: 'complete' };
}

/** A finished task's result, under the switches of the moment. */
export function renderResult(result: Result, switches: SandboxSwitches, baseUrl: string): unknown {
  switch (result.kind) {
    case 'clips':
      return result.clips.map((clip) => renderClip(clip, baseUrl, 'complete'));
    case 'upload': {
      const { clip } = result;
      return {
        [switches.clipIdKey]: clip.id,
        title: clip.title ?? titleOf(clip.audioUrl),
        status: 'complete',
        metadata: { duration: clip.seconds },
      };
    }
    case 'model':
      return renderModel(result, switches.modelIdKey);
    case 'plain':
      return result.value;
  }
}
