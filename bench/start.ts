/** How long a start takes until the page is served: on a data folder that is there, against a new one. Needs a build. */
import { type Server, startServer } from "#e2e/server.ts";
import { type Row, row } from "./compare.ts";

const rounds = 3;

export async function run(): Promise<Row[]> {
  const pairs: [number, number][] = [];
  for (let i = 0; i < rounds; i++) {
    let server: Server | undefined;
    const first = await seconds(async () => {
      server = await startServer();
    });
    await server?.stop();
    const later = await seconds(async () => server?.restart());
    await server?.dispose();
    pairs.push([later, first]);
  }
  return [row("later start, against the first on a new data folder", "s", pairs)];
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}
