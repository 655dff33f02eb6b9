/**
 * An error that needs one clear line and no stack: something outside the program has to change.
 * Recognise it with `isExpected`, since a tool may load this file twice (plain and through vite).
 */
export class ExpectedError extends Error {
  /**
   * @param {"environment" | "locked" | "unwritable" | "version" | "corrupt" | "unreachable" | "migration" | "usage"} kind
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(kind, message, cause) {
    super(message, { cause });
    this.name = "ExpectedError";
    this.kind = kind;
  }
}

/**
 * @param {unknown} error
 * @returns {error is ExpectedError}
 */
export function isExpected(error) {
  return error instanceof Error && error.name === "ExpectedError";
}
