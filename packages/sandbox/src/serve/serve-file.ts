import { makeSong } from '../audio/song.ts';
import { type Answer, errorAnswer, type SandboxRequest } from './answer.ts';
import { answerRange } from './answer-range.ts';
import { coverImage } from './cover-image.ts';

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
export function serveFile(request: SandboxRequest, path: string): Answer | undefined {
  const clip = clipFile.exec(path);
  const isSong = songPaths.includes(path);
  if (!isSong && clip === null) return undefined;
  if (request.method !== 'GET' && request.method !== 'HEAD') return errorAnswer(405, 'Method Not Allowed', 'nest');
  const [, folder, id = ''] = clip ?? [];
  if (folder === 'images') return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: coverImage(id) };
  return answerRange(songFor(isSong ? path : id), 'audio/wav', request.header('range'));
}
