export { type CrashPoint, crashPoints } from './testing/crash-points.ts';
export { type StoreCheck, storeConformance } from './testing/store-conformance.ts';
