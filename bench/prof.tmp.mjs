const b = '/work/main/bench/src/';
const { start } = await import(b + 'measure/child.ts');
const { entryNamed } = await import(b + 'subjects/all.ts');
const server = await start('servers/json-server.ts');
const s = (await entryNamed(process.argv[2]).load())({ baseUrl: server.first });
async function slice(call, calls, atOnce) { let left = calls; const work = async () => { while (left-- > 0) await call(); }; await Promise.all(Array.from({ length: atOnce }, work)); }
await slice(() => s.get(), 2000, 64);
const { Session } = await import('node:inspector/promises');
const session = new Session(); session.connect();
await session.post('Profiler.enable'); await session.post('Profiler.setSamplingInterval', { interval: 200 }); await session.post('Profiler.start');
const t = process.cpuUsage();
await slice(() => s.get(), 30000, 64);
const u = process.cpuUsage(t); console.log('us per call', (u.user + u.system) / 30000);
const { profile } = await session.post('Profiler.stop');
const self = new Map(); const dt = profile.timeDeltas; const byId = new Map(profile.nodes.map((n) => [n.id, n]));
let total = 0;
profile.samples.forEach((id, i) => { const n = byId.get(id); const k = `${n.callFrame.functionName} ${n.callFrame.url.split('/').slice(-2).join('/')}:${n.callFrame.lineNumber + 1}`; self.set(k, (self.get(k) ?? 0) + dt[i]); total += dt[i]; });
for (const [k, v] of [...self].sort((a, b) => b[1] - a[1]).slice(0, 400)) console.log((v / 30000).toFixed(2), 'us', k);
server.child.disconnect(); process.exit(0);
