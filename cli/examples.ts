/** `node cli/run.mjs cli/examples.ts`: copies the example rows of the grading table to where the help page finds them. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { examplesOf } from "#test/grading/examples.ts";
import { table } from "#test/grading/table.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const target = path("../lib/grading/examples.json");
const examples = examplesOf(table);
writeFileSync(target, `${JSON.stringify(examples)}\n`);
execFileSync(process.execPath, [path("../node_modules/@biomejs/biome/bin/biome"), "format", "--write", target]);
console.log(`${examples.length} examples`);
