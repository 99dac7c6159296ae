import { uuidFrom } from '../world/seed.ts';
import { type Call, text } from './handler.ts';

type MakeResult = (call: Call, id: string) => Readonly<Record<string, unknown>>;

const editedClip: MakeResult = ({ world, body }, id) => {
  const clipId = uuidFrom(`${world.seed}/clip/${id}`);
  const clip = {
    id: clipId,
    audio_url: `${world.baseUrl}/audio/${clipId}.wav`,
    title: text(body.title) || 'Untitled',
    status: 'complete',
  };
  return { status: 'complete', action_clip_id: uuidFrom(`${world.seed}/action/${id}`), clip };
};

const images: MakeResult = ({ world }, id) => ({
  batch_id: uuidFrom(`${world.seed}/batch/${id}`),
  items: [1, 2].map((index) => ({
    status: 'complete',
    image_url: `${world.baseUrl}/images/${uuidFrom(`${world.seed}/image/${id}/${index}`)}.svg`,
  })),
});

const anything: MakeResult = ({ world, body, operation }, id) => {
  const clipId = uuidFrom(`${world.seed}/clip/${id}`);
  return { id: clipId, clip_id: clipId, status: 'complete', title: text(body.title) || text(body.name) || operation.name };
};

/** Results whose form is published. */
const published: Readonly<Record<string, MakeResult>> = {
  'audio.crop': editedClip,
  'audio.fade': editedClip,
  'image.generate': images,
};

/** What the task `id` of a simple operation has to show: the published form where there is one, else something plausible. */
export function makeTaskResult(call: Call, id: string): Readonly<Record<string, unknown>> {
  return (published[call.operation.name] ?? anything)(call, id);
}
