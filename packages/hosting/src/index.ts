export type { AudioHost, HostDescription, HostedAudio, HostProgress, HostRef, PutOptions, RemoveOptions } from './audio-host.ts';
export { type AudioSource, blobSource } from './audio-source.ts';
export { type HostAllEvent, type HostAllOptions, hostAll } from './host-all.ts';
export {
  HostingError,
  type HostingErrorCode,
  type HostingErrorDetails,
  type HostingErrorInfo,
  hostingErrorTable,
  isHostingError,
} from './hosting-error.ts';
export { type CleanUpOptions, type CleanUpReport, cleanUpHosted } from './journal/clean-up-hosted.ts';
export { claimHosted, type HostingRecord, listHosted } from './journal/hosting-record.ts';
export { type JournalStore, memoryJournalStore } from './journal/journal-store.ts';
export { type JournaledHostOptions, journaledHost } from './journal/journaled-host.ts';
export { type AudioKind, sniffAudio } from './sniff-audio.ts';
