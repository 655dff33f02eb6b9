import type { PGlite, Transaction as PgliteTransaction } from "@electric-sql/pglite";
import { PGlite as Pglite } from "@electric-sql/pglite";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type { Pool } from "pg";
import { PrismaPGlite } from "pglite-prisma-adapter";

type Body<T> = (tx: PgliteTransaction) => Promise<T>;

/**
 * Prisma's driver for the embedded database. Two things of the package are mended here: it answers before a migration
 * script has run, and it reports a failed COMMIT (a full disk, a deferred constraint) as a success.
 */
export function embeddedAdapter(open: () => Promise<PGlite>): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: "postgres",
    adapterName: "pglite-prisma-adapter",
    connect: async () => await connectEmbedded(await open()),
    connectToShadowDb: async () => await connectEmbedded(await Pglite.create()),
  };
}

async function connectEmbedded(pglite: PGlite): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPGlite(pglite).connect();
  return override(adapter, {
    executeScript: async (script: string) => {
      await pglite.exec(script).catch(rethrow);
    },
    startTransaction: async (level?: IsolationLevel) => await startTransaction(pglite, level),
  });
}

async function startTransaction(pglite: PGlite, level: IsolationLevel | undefined): Promise<Transaction> {
  let failure: { error: unknown } | undefined;
  const watched = override(pglite, {
    transaction: <T>(body: Body<T>) =>
      pglite.transaction(body).catch((error: unknown) => {
        failure = { error };
        throw error;
      }),
  });
  const tx = await (await new PrismaPGlite(watched).connect()).startTransaction(level);
  return override(tx, {
    commit: async () => {
      await tx.commit();
      if (failure) rethrow(failure.error);
    },
  });
}

/**
 * Prisma's driver for a PostgreSQL server. The package cuts a migration script at every semicolon, also inside
 * functions; here the server takes it whole.
 */
export function serverAdapter(pool: Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool, { disposeExternalPool: true });
  const whole = (adapter: SqlDriverAdapter) =>
    override(adapter, {
      executeScript: async (script: string) => {
        await pool.query(script).catch(rethrow);
      },
    });
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => whole(await factory.connect()),
    connectToShadowDb: async () => await factory.connectToShadowDb(),
  };
}

/** The same object with some members replaced. A proxy, since private fields do not survive a copy. */
function override<T extends object>(target: T, members: Partial<T>): T {
  return new Proxy(target, {
    get(_, key) {
      const value: unknown = Reflect.get(Object.hasOwn(members, key) ? members : target, key);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

function rethrow(error: unknown): never {
  if (!(error instanceof Error && "code" in error && typeof error.code === "string")) throw error;
  throw new DriverAdapterError({
    kind: "postgres",
    code: error.code,
    severity: "ERROR",
    message: error.message,
    detail: "detail" in error && typeof error.detail === "string" ? error.detail : undefined,
    column: undefined,
    hint: undefined,
  });
}
