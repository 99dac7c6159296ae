import { makeSong } from '../audio/song.ts';
import { errorResponse, type SandboxRequest, type SandboxResponse } from '../response.ts';
import { randomFrom } from '../seed.ts';

/** How many songs there are to train on. */
const songCount = 6;

const maxCached = 16;
const songs = new Map<string, Uint8Array<ArrayBuffer>>();

function songFor(seed: string): Uint8Array<ArrayBuffer> {
  const song = songs.get(seed) ?? makeSong(seed);
  songs.set(seed, song);
  if (songs.size > maxCached) songs.delete(songs.keys().next().value ?? '');
  return song;
}

/** The paths of the songs. */
export const songPaths: readonly string[] = Array.from({ length: songCount }, (_, index) => `/songs/song-${index + 1}.wav`);

const clipFile = /^\/(audio|images)\/([0-9a-f-]{36})\.(wav|svg)$/;

/** Serves songs, and the sound and picture of generated clips; undefined for every other path. */
export function serveFile(request: SandboxRequest, path: string): SandboxResponse | undefined {
  const clip = clipFile.exec(path);
  const isSong = songPaths.includes(path);
  if (!isSong && clip === null) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD') return errorResponse(405, 'Method Not Allowed');
  const [, folder, id = ''] = clip ?? [];
  if (folder === 'images') return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: coverImage(id) };
  return rangeResponse(songFor(isSong ? path : id), 'audio/wav', request.header('range'));
}

const single = /^bytes=(\d*)-(\d*)$/;

/** Serves bytes, whole or the one range that is asked for (RFC 9110); several ranges at once get the whole. */
export function rangeResponse(bytes: Uint8Array<ArrayBuffer>, type: string, range: string | undefined): SandboxResponse {
  const common = { 'content-type': type, 'accept-ranges': 'bytes' };
  const whole: SandboxResponse = { status: 200, headers: common, body: bytes };
  const [, first = '', last = ''] = single.exec(range ?? '') ?? [];
  if (first === '' && last === '') return whole;
  const size = bytes.length;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== '' && last !== '' && Number(last) < Number(first)) return whole; // not a valid range: to be ignored
  if (start >= size) return { status: 416, headers: { ...common, 'content-range': `bytes */${size}` }, body: '' };
  return {
    status: 206,
    headers: { ...common, 'content-range': `bytes ${start}-${end}/${size}` },
    body: bytes.slice(start, end + 1),
  };
}

/** The cover of a clip: three discs whose colours and positions follow from the clip's id. */
function coverImage(id: string): string {
  const random = randomFrom(`cover/${id}`);
  const number = (limit: number): number => Math.floor(random() * limit);
  const disc = (): string =>
    `<circle cx="${number(400)}" cy="${number(400)}" r="${60 + number(140)}" fill="hsl(${number(360)} 70% 55%)" opacity=".7"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400"><rect width="400" height="400" fill="hsl(${number(360)} 40% 18%)"/>${disc()}${disc()}${disc()}</svg>`;
}
