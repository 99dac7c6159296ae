import { expect, it } from 'vitest';
import { runMatrix } from '../support/uncertainty-matrix.ts';

// MATRIX=full runs every death with every cell; else each cell takes a quarter of them, in turn.
const share = process.env.MATRIX === 'full' ? 1 : 4;

it('charges at most once in every cell of the uncertainty matrix, and ends as the evidence allows', {
  timeout: 900_000,
}, async () => {
  const { cells, ends, broken } = await runMatrix(({ afterFailure }) => !afterFailure, { share });
  process.stdout.write(`uncertainty matrix, first create: ${cells} cells ${JSON.stringify(ends)}\n`);
  expect(broken.slice(0, 10)).toEqual([]);
  expect(cells).toBeGreaterThan(8_000);
});
