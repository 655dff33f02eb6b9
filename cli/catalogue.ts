/** `npm run catalogue`: every exercise, as a table or as JSON. */
import { z } from "zod";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { readArguments } from "./arguments.ts";
import { table } from "./table.ts";

const schema = z.object({
  positionals: z.array(z.string()).max(0, "takes no arguments but --json"),
  json: z.boolean().default(false),
});
const { json } = readArguments("npm run catalogue -- [--json]", { json: { type: "boolean" } }, schema);

const rows = catalogue.map((exercise) => ({
  id: exercise.id,
  version: exercise.version,
  topic: exercise.topic,
  title: exercise.title,
  summary: exercise.summary,
  skills: exercise.skills,
  levels: levels.filter((level) => exercise.asks[level].length > 0),
  section: exercise.source.section,
  examples: exercise.source.examples ?? [],
  practice: exercise.source.practice ?? [],
}));

if (json) console.log(JSON.stringify(rows, null, 2));
else
  console.log(
    table(
      ["id", "title", "levels", "section", "examples", "practice", "skills"],
      rows.map((row) => [
        row.id,
        row.title,
        row.levels.join(" "),
        row.section,
        row.examples.join(", "),
        row.practice.join(", "),
        row.skills.join(", "),
      ]),
    ),
  );
