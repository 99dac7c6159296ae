import { describe, expect, it } from 'vitest';
import { simulate } from '../support/simulation.ts';
import { runMatrix } from '../support/uncertainty-matrix.ts';
import { believesSuccess, blindRetry, saveAfterSending } from '../support/wrong-subjects.ts';

/** Workflows that are wrong on purpose: a proof that lets one of them pass proves nothing. */
const wrong = [
  { name: 'retries create blindly', subject: blindRetry, problem: /charges where/ },
  { name: 'saves the intent after sending', subject: saveAfterSending, problem: /charges where/ },
  { name: 'believes success without a model id', subject: believesSuccess, problem: /does not exist/ },
];

describe.each(wrong)('a workflow that $name', ({ subject, problem }) => {
  it('is caught by the uncertainty matrix', { timeout: 120_000 }, async () => {
    let setting = 0;
    const { broken } = await runMatrix(({ afterFailure }) => !afterFailure && setting++ % 9 === 0, { share: 4, subject });
    expect(broken.filter((line) => problem.test(line)).length).toBeGreaterThan(5);
  });

  it('is caught by the simulation', { timeout: 120_000 }, async () => {
    let caught = false;
    for (let seed = 1; seed <= 500 && !caught; seed++) {
      const { problems } = await simulate(seed, subject);
      caught = problems.some((line) => problem.test(line));
    }
    expect(caught).toBe(true);
  });
});
