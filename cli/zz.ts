import { createRng } from "#lib/exercise/rng.ts";
import { faultsOf } from "#lib/exercise/soundness.ts";
import h from "#exercises/calculus/partial-derivatives.ts";
import k from "#exercises/calculus/power-rule.ts";
for (const e of [h, k] as any[]) for (const l of [1,2,3] as const) { const n = 700; const a = process.cpuUsage(); for (let i=0;i<n;i++) faultsOf(e, e.schema.parse(e.draw(createRng(`${i}`), l)), l); console.log(e.id, l, (process.cpuUsage(a).user/n).toFixed(1), "µs"); }
