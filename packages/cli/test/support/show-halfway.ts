import { createDisplay } from '../../src/progress/display.ts';
import { halfway, labels } from '../../src/progress/events.fixture.ts';
import { createOutput } from '../../src/terminal/output.ts';

// Shows a made-up training half way, on a clock that stands still, until it is ended.
const { stdin, stdout, stderr, env } = process;
const output = createOutput({ stdin, stdout, stderr, env, cwd: process.cwd() }, {});
const display = createDisplay({ output, name: 'v6Pro', labels, now: () => 80_000 });
for (const event of halfway) display.event(event);
setTimeout(() => display.end(), 600_000);
