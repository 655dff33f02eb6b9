// What can be known to be in the way before minutes are spent on installing and building.
import { connect, createServer } from "node:net";
import { ExpectedError } from "./expected.mjs";
import { code, ensureFolder } from "./folder.mjs";
import { lockedError, lockOwner } from "./lock.mjs";

/**
 * @param {import("./settings.mjs").Settings} settings
 * @throws {ExpectedError} one line that says what is in the way
 */
export async function refuseWhatCannotWork({ port, host, dataDir, databaseUrl }) {
  if (databaseUrl) {
    await reach(databaseUrl);
  } else {
    const folder = ensureFolder(dataDir);
    const owner = await lockOwner(folder);
    if (owner) throw lockedError(folder, owner);
  }
  if (port !== 0) for (const address of host ? [host] : [undefined, "127.0.0.1"]) await listen(port, address);
}

/**
 * A port that is free now, for whoever asks for port 0.
 * @param {string | undefined} host
 */
export async function freePort(host) {
  return await listen(0, host);
}

/**
 * Listens for a moment.
 * @param {number} port
 * @param {string | undefined} host
 * @returns {Promise<number>} the port
 */
function listen(port, host) {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(portError(port, host, code(error))));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : port));
    });
  });
}

/**
 * @param {number} port
 * @param {string | undefined} host
 * @param {string} reason
 */
function portError(port, host, reason) {
  if (reason === "EADDRINUSE")
    return new ExpectedError(
      "environment",
      `Port ${port} is in use by another program. Stop it, or set PORT to another number.`,
    );
  const place = host ? `port ${port} of ${host}` : `port ${port}`;
  return new ExpectedError("environment", `It is not possible to listen on ${place} (${reason}). Set PORT or HOST.`);
}

/**
 * Whether anything answers at the place of a database; whether it lets us in is seen when migrating.
 * @param {string} databaseUrl
 */
function reach(databaseUrl) {
  const { hostname, port, pathname, searchParams } = new URL(databaseUrl);
  if (searchParams.has("host")) return Promise.resolve(); // a socket in a folder
  const place = `${hostname}:${port || "5432"}${pathname}`;
  return new Promise((resolve, reject) => {
    /** @param {string} reason */
    const refuse = (reason) => {
      socket.destroy();
      reject(new ExpectedError("unreachable", `The database server ${place} cannot be used: ${reason}.`));
    };
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || 5432) });
    socket.setTimeout(10_000, () => refuse("it does not answer"));
    socket.once("error", (error) => refuse(error instanceof AggregateError ? code(error.errors[0]) : error.message));
    socket.once("connect", () => {
      socket.destroy();
      resolve(undefined);
    });
  });
}
