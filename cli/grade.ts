/**
 * `npm run -s grade < answers.jsonl`: judges one answer for each line of JSON, and prints one line of JSON for each.
 *
 * In: `{"kind": "number", "rule": {"digits": 3}, "reference": "0.12/0.127", "typed": "0.945"}`.
 * Out: `{"verdict": "right", "score": 1, "readAs": "0.945", "reason": "…"}`.
 */
import { once } from "node:events";
import { gradeLine, tooLong } from "#lib/grading/bulk.ts";
import { Lines } from "./lines.ts";

/** Longest line in bytes: far more than the longest answer, escaped. */
const longest = 1_000_000;

const { stdin, stdout } = process;
// Whoever reads the verdicts may stop before the end, as `head` does.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

let n = 0;
const lines = new Lines(longest);
for await (const chunk of stdin) await print(lines.take(Buffer.from(chunk)));
await print(lines.rest());

async function print(batch: readonly (string | undefined)[]): Promise<void> {
  if (batch.length === 0) return;
  const graded = batch.map((line) => {
    n++;
    // A byte order mark before the first line is none of its characters.
    const text = n === 1 ? line?.replace(/^\ufeff/, "") : line;
    return JSON.stringify(text === undefined ? tooLong(n, longest) : gradeLine(text, n));
  });
  if (!stdout.write(`${graded.join("\n")}\n`)) await once(stdout, "drain");
}
