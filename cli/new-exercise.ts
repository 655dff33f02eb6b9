/** `npm run new:exercise -- topic/slug`: writes a file that runs, with its places to fill in marked. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ExpectedError } from "#cli/expected.mjs";
import { topics } from "#lib/exercise/topics.ts";
import { readArguments } from "./arguments.ts";
import { nearest } from "./nearest.ts";

const { positionals: id } = readArguments(
  "npm run new:exercise -- <topic>/<slug>",
  {},
  z.object({
    positionals: z.tuple([z.string()], "give the id of the new exercise").transform(([given]) => given),
  }),
);

const [, topic = "", slug = ""] = /^([^/]+)\/([^/]+)$/.exec(id) ?? [];
const known: string[] = topics.map((one) => one.id);
if (!slug)
  throw new ExpectedError("usage", `"${id}" is no id. It is a topic, a slash and a slug: calculus/chain-rule.`);
if (!known.includes(topic))
  throw new ExpectedError("usage", `There is no topic "${topic}". Nearest: ${nearest(topic, known).join(", ")}.`);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
  throw new ExpectedError(
    "usage",
    `"${slug}" is no slug. Small letters and digits, with single hyphens between words.`,
  );

const file = fileURLToPath(new URL(`../exercises/${id}.ts`, import.meta.url));
if (existsSync(file)) throw new ExpectedError("usage", `exercises/${id}.ts is there already; nothing was changed.`);
const template = readFileSync(new URL("new-exercise/template.ts", import.meta.url), "utf8");
mkdirSync(dirname(file), { recursive: true });
// "wx" refuses a file that somebody else has made in between.
writeFileSync(file, template.replace('"topic/slug"', JSON.stringify(id)), { flag: "wx" });

console.log(`exercises/${id}.ts is written, and is a whole exercise already. Replace what is marked FILL IN; meanwhile:

  npm run exercise -- ${id} --level 2 --seed 7 --answers
  BANK_SEEDS=40 npx vitest run test/bank -t ${id}
  npm run verify -- --exercise ${id}`);
