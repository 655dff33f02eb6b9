/** Runs something while nothing it writes to the console gets through: the peers warn of what a bench does not ask. */
export function quietly<T>(work: () => T): T {
  const { warn, error, log } = console;
  const nothing = () => {};
  Object.assign(console, { warn: nothing, error: nothing, log: nothing });
  try {
    return work();
  } finally {
    Object.assign(console, { warn, error, log });
  }
}
