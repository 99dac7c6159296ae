export { makeDurably, writeDurably } from './write-durably.ts';
