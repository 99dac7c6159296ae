/** A WAV of silence: mono, 16 bits, 8 kHz. */
export function wav(seconds: number): Buffer {
  const dataBytes = seconds * 16_000;
  const header = Buffer.alloc(44);
  header.write('RIFF....WAVEfmt ', 'latin1');
  header.writeUInt32LE(36 + dataBytes, 4);
  for (const [at, value] of [
    [16, 16],
    [24, 8000],
    [28, 16_000],
    [40, dataBytes],
  ] as const)
    header.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 2],
    [34, 16],
  ] as const)
    header.writeUInt16LE(value, at);
  header.write('data', 36, 'latin1');
  return Buffer.concat([header, Buffer.alloc(dataBytes)]);
}

/** An MP3 of silent frames (MPEG 1 Layer III, 128 kbit/s, 44.1 kHz), the first with an Info header that counts frames and bytes. */
export function mp3(frames: number): Buffer {
  const bytes = Buffer.alloc(frames * 417);
  for (let at = 0; at < bytes.length; at += 417) bytes.set([0xff, 0xfb, 0x90, 0x00], at);
  bytes.write('Info', 36, 'latin1');
  bytes.writeUInt32BE(3, 40);
  bytes.writeUInt32BE(frames - 1, 44);
  bytes.writeUInt32BE(bytes.length, 48);
  return bytes;
}

/** An ID3v2.3 tag with a title, to be put before an MP3. */
export function id3(title: string): Buffer {
  const text = Buffer.from(`\0${title}`, 'latin1');
  const frame = Buffer.alloc(10 + text.length);
  frame.write('TIT2', 'latin1');
  frame.writeUInt32BE(text.length, 4);
  text.copy(frame, 10);
  return Buffer.concat([Buffer.from('ID3\x03\0\0\0\0\0', 'latin1'), Buffer.from([frame.length]), frame]);
}

/** The skeleton of an MP4 audio file: `ftyp` and a media data box. There is no track in it. */
export function mp4(dataBytes: number): Buffer {
  const ftyp = Buffer.from('\0\0\0\x10ftypM4A \0\0\0\0', 'latin1');
  const mdat = Buffer.alloc(8 + dataBytes);
  mdat.writeUInt32BE(mdat.length);
  mdat.write('mdat', 4, 'latin1');
  return Buffer.concat([ftyp, mdat]);
}

/** An Ogg page with one packet. */
export function oggPage(packet: Buffer): Buffer {
  const segments = Buffer.alloc(Math.floor(packet.length / 255) + 1, 255);
  segments[segments.length - 1] = packet.length % 255;
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header[26] = segments.length;
  return Buffer.concat([header, segments, packet]);
}

/** A FLAC of frames of silence: 44.1 kHz, stereo, 16 bits, 4096 samples a frame. Only the headers are real. */
export function flac(frames: number): Buffer {
  const info = Buffer.alloc(42);
  info.write('fLaC\x80', 'latin1');
  info.writeUIntBE(34, 5, 3);
  info.writeUInt16BE(4096, 8);
  info.writeUInt16BE(4096, 10);
  info.writeUIntBE((44_100 << 4) | (1 << 1), 18, 3);
  info.writeUInt8(0xf0, 21);
  info.writeUInt32BE(frames * 4096, 22);
  return Buffer.concat([info, ...Array.from({ length: frames }, (_, number) => flacFrame(number))]);
}

function flacFrame(number: number): Buffer {
  const header = Buffer.concat([Buffer.from([0xff, 0xf8, 0xc9, 0x18]), Buffer.from(String.fromCodePoint(number))]);
  let crc = 0;
  for (const byte of header) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x80 ? 0x107 : 0)) & 0xff;
  }
  return Buffer.concat([header, Buffer.from([crc]), Buffer.alloc(500)]);
}
