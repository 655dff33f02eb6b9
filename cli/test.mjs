// `npm test`. Like start.mjs, it must be readable by old releases of Node.
import { nodeProblem } from "./node.mjs";

const problem = nodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import("./suites.mjs").then((module) => module.main(process.argv.slice(2)));
}
