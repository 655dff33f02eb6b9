// The first thing that runs. Kept to syntax that old releases of Node can read, so that they too get one clear line.

/**
 * @param {string} version such as "20.19.0"
 * @returns {string} what is wrong with this release of Node, or "" where nothing is
 */
export function nodeProblem(version) {
  const parts = version.split(".").map(Number);
  const ok = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
  return ok
    ? ""
    : `Chainrule needs Node 20.19 or later; this is Node ${version}. Install a newer one: https://nodejs.org`;
}
