export { type StoreCheck, storeConformance } from './testing/store-conformance.ts';
