import { randomFrom } from '../world/seed.ts';
import { toWav } from './wav.ts';

const sampleRate = 22_050;
const scale = [0, 2, 4, 7, 9, 12, 14, 16]; // major pentatonic, in semitones
const noteCount = 16;

/** Strengths of the overtones: what makes one song sound of flutes and the other of reeds. */
const voices: readonly (readonly number[])[] = [
  [1, 0.3, 0.1],
  [1, 0, 0.4, 0, 0.2],
  [0.8, 0.5, 0.35, 0.2],
  [1, 0.1, 0, 0.25],
];

const frequencyOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

interface Note {
  readonly startS: number;
  readonly lengthS: number;
  readonly midi: number;
  readonly loudness: number;
}

function compose(random: () => number): { notes: Note[]; seconds: number; voice: readonly number[] } {
  const beatS = 60 / (150 + Math.floor(random() * 90));
  const root = 55 + Math.floor(random() * 10);
  const voice = voices[Math.floor(random() * voices.length)] ?? [1];
  const notes: Note[] = [];
  let step = Math.floor(random() * 4);
  for (let beat = 0; beat < noteCount; beat++) {
    step = Math.min(scale.length - 1, Math.max(0, step + Math.floor(random() * 5) - 2));
    const isLast = beat === noteCount - 1;
    const midi = root + 12 + (isLast ? 0 : (scale[step] ?? 0));
    if (isLast || random() > 0.12) notes.push({ startS: beat * beatS, lengthS: beatS * (isLast ? 3 : 1.6), midi, loudness: 0.5 });
    if (beat % 4 === 0)
      notes.push({ startS: beat * beatS, lengthS: beatS * 3.5, midi: root - 12 + (beat % 8 === 0 ? 0 : 7), loudness: 0.4 });
  }
  return { notes, seconds: (noteCount + 2) * beatS, voice };
}

function play(samples: Float32Array, note: Note, voice: readonly number[]): void {
  const from = Math.floor(note.startS * sampleRate);
  const length = Math.min(Math.floor(note.lengthS * sampleRate), samples.length - from);
  const turn = (2 * Math.PI * frequencyOf(note.midi)) / sampleRate;
  for (let n = 0; n < length; n++) {
    const attack = Math.min(1, n / 300);
    const decay = Math.exp((-4 * n) / length) * (1 - n / length);
    let wave = 0;
    for (let overtone = 0; overtone < voice.length; overtone++)
      wave += (voice[overtone] ?? 0) * Math.sin(turn * (overtone + 1) * n);
    samples[from + n] = (samples[from + n] ?? 0) + note.loudness * attack * decay * wave;
  }
}

/** A short song, as a playable WAV file (mono, 16 bit, 22,050 Hz, some 5 s). What it sounds like follows from `seed`. */
export function makeSong(seed: string): Uint8Array<ArrayBuffer> {
  const { notes, seconds, voice } = compose(randomFrom(`song/${seed}`));
  const samples = new Float32Array(Math.ceil(seconds * sampleRate));
  for (const note of notes) play(samples, note, voice);
  return toWav(samples, sampleRate);
}
