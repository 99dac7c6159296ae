import { createVirtualClock, type SandboxSwitches } from '@mountsea-suno/sandbox';
import type { Death } from './life.ts';
import { type Cell, createFaults, layouts, trainingFails, uncertainSwitches } from './matrix-cells.ts';
import { type CellResult, runCell, type Subject } from './run-cell.ts';

export interface MatrixReport {
  cells: number;
  ends: Record<string, number>;
  /** The cells that do not hold, each in one line. */
  broken: string[];
}

const AT_ONCE = 54;

/**
 * Runs every setting of the switches with every fault on the create, and each of these with a death before and after every save from the last one
 * before the intent to the end. `take` picks the settings; with a `share` of 4, each cell takes a quarter of the deaths, the next cell another one.
 */
export async function runMatrix(
  take: (setting: { switches: Partial<SandboxSwitches>; afterFailure: boolean }) => boolean,
  { share = 1, subject = {}, olderCopy = false }: { share?: number; subject?: Subject; olderCopy?: boolean } = {},
): Promise<MatrixReport> {
  const report: MatrixReport = { cells: 0, ends: {}, broken: [] };
  let layout = 0;
  const faults = olderCopy ? [...createFaults, trainingFails] : createFaults;
  const undisturbed: Cell[] = [...uncertainSwitches()].filter(take).flatMap(({ switches, afterFailure }) =>
    faults.map(
      (fault): Cell => ({
        switches: { ...layouts[layout++ % layouts.length], ...switches },
        fault,
        afterFailure,
        olderCopy,
        death: undefined,
      }),
    ),
  );
  function note(cell: Cell, { firstEnd, problems }: CellResult): void {
    report.cells += 1;
    const name = firstEnd.type === 'error' ? firstEnd.code : firstEnd.type;
    report.ends[name] = (report.ends[name] ?? 0) + 1;
    if (problems.length > 0) report.broken.push(`${problems.join('; ')}: ${JSON.stringify(cell)}`);
  }
  let turn = 0;
  const mortal: Cell[] = [];
  await runAll(undisturbed, subject, (cell, result) => {
    note(cell, result);
    turn += 1;
    for (const [index, death] of deathsOf(result).entries()) if ((index + turn) % share === 0) mortal.push({ ...cell, death });
  });
  await runAll(mortal, subject, note);
  return report;
}

function deathsOf({ saves, savesBeforeIntent }: CellResult): Death[] {
  const numbers = Array.from({ length: saves - savesBeforeIntent + 1 }, (_, index) => savesBeforeIntent + index);
  return numbers.flatMap((number) => (['before', 'after'] as const).map((when): Death => ({ save: { number, when } })));
}

async function runAll(cells: readonly Cell[], subject: Subject, note: (cell: Cell, result: CellResult) => void): Promise<void> {
  for (let index = 0; index < cells.length; index += AT_ONCE) {
    const clock = createVirtualClock();
    const some = cells.slice(index, index + AT_ONCE);
    const results = await clock.run(Promise.all(some.map((cell) => runCell(cell, clock, subject))));
    for (const [position, result] of results.entries()) {
      const cell = some[position];
      if (cell) note(cell, result);
    }
  }
}
