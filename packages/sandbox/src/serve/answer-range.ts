import type { Answer } from './answer.ts';

const single = /^bytes=(\d*)-(\d*)$/;

/** Serves bytes, whole or the one range that is asked for (RFC 9110); several ranges at once are answered with the whole. */
export function answerRange(bytes: Uint8Array<ArrayBuffer>, type: string, range: string | undefined): Answer {
  const common = { 'content-type': type, 'accept-ranges': 'bytes' };
  const whole: Answer = { status: 200, headers: common, body: bytes };
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
