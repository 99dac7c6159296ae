import { setFlagsFromString } from 'node:v8';
import { run } from './run.ts';

// Memory matters more than speed here. On Node 20 the HTTP parser of `fetch` takes 25 MB more as optimized code than as baseline code, and a
// young generation that may grow keeps some 15 MB of garbage while files are hosted.
for (const flag of ['--liftoff-only', '--semi-space-growth-factor=1']) setFlagsFromString(flag);

process.exitCode = await run(process);
