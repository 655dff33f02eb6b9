/** `npm run bench -- <name>`: measures, and prints a table or JSON. */
import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";
import { readArguments } from "./arguments.ts";
import { table } from "./table.ts";

const benches = new Map([
  ["bank", async () => (await import("#bench/bank.ts")).run()],
  ["math", async () => (await import("#bench/math.ts")).run()],
  ["start", async () => (await import("#bench/start.ts")).run()],
]);

const schema = z.object({
  positionals: z.tuple([z.string()], "give the name of one bench").transform(([name]) => name),
  json: z.boolean().default(false),
});
const { positionals: name, json } = readArguments(
  `npm run bench -- <${[...benches.keys()].join(" | ")}> [--json]`,
  { json: { type: "boolean" } },
  schema,
);
const bench = benches.get(name);
if (!bench)
  throw new ExpectedError("usage", `There is no bench "${name}"; there are: ${[...benches.keys()].join(", ")}.`);
const rows = await bench();
if (json) console.log(JSON.stringify(rows, null, 2));
else
  console.log(
    table(
      ["name", "value", "unit", "against", "ratio"],
      rows.map(({ name, value, unit, against, ratio }) => [name, value, unit, against, ratio]),
    ),
  );
