import { runMatrix } from '/work/main/packages/workflow/test/proofs/uncertainty-matrix.ts';
const t=performance.now();
let n=0;
const r = await runMatrix(()=> n++ % 40 === 0);
console.log(r.cells, r.ends, r.broken.length, ((performance.now()-t)/r.cells).toFixed(2),'ms per cell'); for (const b of r.broken.slice(0,12)) console.log(b.slice(0,600));
