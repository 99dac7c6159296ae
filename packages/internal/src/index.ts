export { type AudioKind, audioHeadLength, audioKindOf } from './audio-kind.ts';
export { type Backoff, backoffMs } from './backoff.ts';
export { type Clock, startTimer, systemClock } from './clock.ts';
export { printableText } from './printable-text.ts';
export { urlWithoutSecrets, withoutUrlSecrets } from './url-secrets.ts';
