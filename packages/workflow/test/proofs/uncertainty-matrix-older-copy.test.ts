import { expect, it } from 'vitest';
import { runMatrix } from '../support/uncertainty-matrix.ts';
import { overlooksFailure } from '../support/wrong-subjects.ts';

// MATRIX=full runs more deaths with every cell.
const share = process.env.MATRIX === 'full' ? 4 : 16;

it('charges no more in any cell in which the record of before the create is put back', { timeout: 900_000 }, async () => {
  const { cells, ends, broken } = await runMatrix(() => true, { share, olderCopy: true });
  process.stdout.write(`uncertainty matrix, older copy: ${cells} cells ${JSON.stringify(ends)}\n`);
  expect(broken.slice(0, 10)).toEqual([]);
  expect(cells).toBeGreaterThan(8_000);
});

it('catches a workflow that creates on a session that has failed', { timeout: 120_000 }, async () => {
  const isFresh = ({ afterFailure }: { afterFailure: boolean }): boolean => !afterFailure;
  const { broken } = await runMatrix(isFresh, { share: Number.POSITIVE_INFINITY, olderCopy: true, subject: overlooksFailure });
  expect(broken.filter((line) => /charges where/.test(line)).length).toBeGreaterThan(5);
});
