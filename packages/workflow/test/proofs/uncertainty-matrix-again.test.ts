import { expect, it } from 'vitest';
import { runMatrix } from '../support/uncertainty-matrix.ts';

// MATRIX=full runs every death with every cell; else each cell takes a quarter of them, in turn.
const share = process.env.MATRIX === 'full' ? 1 : 4;

it('charges at most once more in every cell in which a create follows a failed one, and ends as the evidence allows', {
  timeout: 900_000,
}, async () => {
  const { cells, ends, broken } = await runMatrix(({ afterFailure }) => afterFailure, { share });
  process.stdout.write(`uncertainty matrix, create after a failed one: ${cells} cells ${JSON.stringify(ends)}\n`);
  expect(broken.slice(0, 10)).toEqual([]);
  expect(cells).toBeGreaterThan(16_000);
});
