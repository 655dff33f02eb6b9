import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lockOwner } from "#cli/lock.mjs";
import { difference, migrateEmbedded, migrateServer } from "#lib/db/migrate.ts";
import { openEmbedded } from "#lib/db/open.ts";
import { migrations } from "#lib/db/schema-engine.ts";
import { type Cluster, freshDatabase, startCluster } from "./cluster.ts";

const names = migrations().migrationDirectories.map(({ path }) => path);

it("the migrations make exactly the tables of the schema", async () => {
  expect(await difference()).toBe("");
});

describe("migrating the embedded database", () => {
  const folder = mkdtempSync(join(tmpdir(), "chainrule-migrate-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("applies every migration to a new folder, and nothing the second time", async () => {
    expect(await migrateEmbedded(folder)).toEqual(names);
    expect(await migrateEmbedded(folder)).toEqual([]);
  });

  it("says what failed, and lets go of the folder", async () => {
    const { pglite, close } = await openEmbedded(folder);
    await pglite.exec("DELETE FROM _prisma_migrations");
    await close();
    await expect(migrateEmbedded(folder)).rejects.toThrow(/could not be brought up to date: .*already exists/s);
    expect(await lockOwner(folder)).toBeUndefined();
  });
});

describe("migrating a PostgreSQL server", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  });
  afterAll(() => cluster.stop());

  it("applies every migration to a new database, and nothing the second time", async () => {
    const url = await freshDatabase(cluster);
    expect(await migrateServer(url)).toEqual(names);
    expect(await migrateServer(url)).toEqual([]);
  });

  it("is done once when several processes start together", async () => {
    const url = await freshDatabase(cluster);
    const applied = await Promise.all([migrateServer(url), migrateServer(url), migrateServer(url)]);
    expect(applied.flat()).toEqual(names);
  });

  it("says what failed", async () => {
    const url = await freshDatabase(cluster);
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE TABLE users (id int)");
    await client.end();
    await expect(migrateServer(url)).rejects.toMatchObject({ name: "ExpectedError", kind: "migration" });
    await expect(migrateServer(url)).rejects.toThrow(/could not be brought up to date/);
  });

  it("says in one line, without the password, what is wrong with the server", async () => {
    const wrong = cluster.url.replace(/\/postgres$/, "/nothing").replace("chainrule@", "chainrule:hush@");
    await expect(migrateServer(wrong)).rejects.toThrow(
      /^The database server 127\.0\.0\.1:\d+\/nothing cannot be used: database "nothing" does not exist\.$/,
    );
    const nobody = "postgres://ada:hush@localhost:1/x";
    await expect(migrateServer(nobody)).rejects.toThrow(
      /^The database server localhost:1\/x cannot be used: connect ECONNREFUSED [\d.:]+\.$/,
    );
  });
});
