import { randomFrom } from '../seed.ts';

const sampleRate = 22_050;
const scale = [0, 2, 4, 7, 9, 12, 14, 16]; // major pentatonic, in semitones
const noteCount = 16;
const wavHeaderBytes = 44;

/** Strengths of the overtones. They decide whether a song sounds like flutes or like reeds. */
const voices: readonly (readonly number[])[] = [
  [1, 0.3, 0.1],
  [1, 0, 0.4, 0, 0.2],
  [0.8, 0.5, 0.35, 0.2],
  [1, 0.1, 0, 0.25],
];

/** A short song, as a playable WAV file (mono, 16 bit, 22,050 Hz, some 5 s). What it sounds like follows from `seed`. */
export function makeSong(seed: string): Uint8Array<ArrayBuffer> {
  const { notes, seconds, voice } = compose(randomFrom(`song/${seed}`));
  const samples = new Float32Array(Math.ceil(seconds * sampleRate));
  for (const note of notes) play(samples, note, voice);
  return toWav(samples);
}

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

/** Mono samples as a WAV file of 16 bits a sample, scaled so that the loudest is just below the limit. */
function toWav(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(wavHeaderBytes + 2 * samples.length);
  const view = new DataView(bytes.buffer);
  const writeText = (offset: number, text: string): void => {
    for (let index = 0; index < text.length; index++) view.setUint8(offset + index, text.charCodeAt(index));
  };
  writeText(0, 'RIFF');
  view.setUint32(4, bytes.length - 8, true);
  writeText(8, 'WAVEfmt ');
  view.setUint32(16, 16, true); // length of the format block
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // channels
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true); // bytes a second
  view.setUint16(32, 2, true); // bytes a frame
  view.setUint16(34, 16, true); // bits a sample
  writeText(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  let peak = 1e-9;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const gain = (0.9 * 32_767) / peak;
  samples.forEach((sample, index) => {
    view.setInt16(wavHeaderBytes + 2 * index, Math.round(sample * gain), true);
  });
  return bytes;
}
