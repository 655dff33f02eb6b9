import type { Pool } from "pg";
import { env } from "#lib/env.ts";
import { embeddedAdapter, serverAdapter } from "./adapter.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { type Embedded, openEmbedded } from "./open.ts";
import { checkReachable, serverPool } from "./server.ts";

/** What a function that runs inside a transaction takes, and all it may use there. */
export type Tx = Prisma.TransactionClient;

type Database = {
  client: PrismaClient;
  /** Makes sure the database is there; the client does it by itself with its first query. */
  ready: () => Promise<void>;
  /** Runs SQL that is not Prisma's, see `execute`. */
  execute: Execute;
  close: () => Promise<void>;
};

type Execute = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;

// One per process: pages, route handlers and instrumentation are bundled apart, and modules load again in development.
declare global {
  var chainruleDatabase: Database | undefined;
}

/**
 * The client of this process's database: the server of DATABASE_URL, else the embedded one in DATA_DIR. Nothing is
 * opened before the first query.
 */
export function db(): PrismaClient {
  return database().client;
}

// 20 of 30 parallel transactions of 200 ms were refused with Prisma's default of 2 s.
const limits = { maxWait: 15_000, timeout: 15_000 };

/**
 * Runs `body` in one transaction. Inside, only `tx` may be used: on the embedded database `db()` waits there for the
 * transaction it is in. No hashing, grading or network inside one; rows that decide are read `FOR UPDATE`.
 */
export function transaction<T>(body: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(body, limits);
}

/**
 * Opens the database when the server starts (instrumentation.ts), so that what is wrong is said then.
 * @throws ExpectedError "environment" | "locked" | "unwritable" | "version" | "corrupt" | "unreachable"
 */
export async function openAtStart(): Promise<void> {
  await database().ready();
}

/**
 * Runs SQL of a library that brings its own: one statement with values, or several without any. It takes its turn with
 * Prisma's, so never call it inside a transaction; several that fail leave nothing half done.
 */
export function execute(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> {
  return database().execute(text, values);
}

/** Closes the database of this process, if it is open, and lets go of its data folder. */
export async function closeDatabase(): Promise<void> {
  const open = globalThis.chainruleDatabase;
  globalThis.chainruleDatabase = undefined;
  await open?.close();
}

/** Puts a database in the place that `db()` reads; for tests. */
export function installDatabase(database: Database): void {
  globalThis.chainruleDatabase = database;
}

function database(): Database {
  globalThis.chainruleDatabase ??= connect();
  return globalThis.chainruleDatabase;
}

function connect(): Database {
  const { DATABASE_URL, DATA_DIR } = env();
  return DATABASE_URL ? onServer(serverPool(DATABASE_URL), DATABASE_URL) : onEmbedded(() => openEmbedded(DATA_DIR));
}

/** A database on a PostgreSQL server. */
export function onServer(pool: Pool, url: string): Database {
  const client = new PrismaClient({ adapter: serverAdapter(pool), transactionOptions: limits });
  const execute: Execute = async (text, values) => {
    const connection = await pool.connect();
    let isBroken = true;
    try {
      const results = [await connection.query(text, values)].flat();
      isBroken = false;
      return { rows: results.flatMap(({ rows }) => rows) };
    } finally {
      connection.release(isBroken); // it may stand in the middle of a transaction
    }
  };
  const close = async () => {
    await client.$disconnect();
    if (!pool.ended) await pool.end();
  };
  return { client, ready: () => checkReachable(pool, url), execute, close };
}

/** An embedded database. It is opened once, by whoever comes first; a failure to open it is forgotten, and tried again. */
export function onEmbedded(open: () => Promise<Embedded>): Database {
  let opening: Promise<Embedded> | undefined;
  const opened = () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const adapter = embeddedAdapter(async () => (await opened()).pglite);
  const client = new PrismaClient({ adapter, transactionOptions: limits });
  const execute: Execute = async (text, values) => {
    const { pglite } = await opened();
    if (values?.length) return await pglite.query(text, values);
    // The one connection is everybody's: a script that opens a transaction itself and fails would leave it open to all.
    const script = text.replace(/^\s*BEGIN;|COMMIT;\s*$/g, "");
    const results = await pglite.transaction((tx) => tx.exec(script));
    return { rows: results.flatMap(({ rows }) => rows) };
  };
  const close = async () => {
    await client.$disconnect();
    await (await opening)?.close();
  };
  return {
    client,
    ready: async () => {
      await opened();
    },
    execute,
    close,
  };
}
