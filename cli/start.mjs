// `npm start` and `npm run dev`. This file and node.mjs are read by old releases of Node too; all else comes after them.
import { nodeProblem } from "./node.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import("./serve.mjs").then((module) => module.main(process.argv.slice(2)));
}
