/** The second half of `npm run demo`, after the set-up. */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { signUp } from "#lib/course/account.ts";
import { demoIdOf, makeDemo } from "#lib/course/demo/make.ts";
import { removeDemo } from "#lib/course/demo/remove.ts";
import { closeDatabase, db } from "#lib/db/client.ts";
import { readArguments } from "./arguments.ts";

const schema = z.object({
  positionals: z.array(z.string()).max(0, "takes no arguments but --remove"),
  remove: z.boolean().default(false),
});
const { remove } = readArguments("npm run demo -- [--remove]", { remove: { type: "boolean" } }, schema);

/** No mail can reach it (RFC 2606). */
const email = "demo@example.invalid";

try {
  await (remove ? end() : make());
} finally {
  await closeDatabase();
}

async function owner() {
  const user = await db().user.findUnique({ where: { email }, select: { id: true } });
  return user && { kind: "user" as const, id: user.id, email, name: "Demo Teacher" };
}

async function make(): Promise<void> {
  const password = randomBytes(12).toString("base64url");
  const isNew =
    (await signUp({ kind: "anonymous" }, { email, password, name: "Demo Teacher" }, undefined)) !== undefined;
  const actor = await owner();
  if (!actor) throw new Error("the account of the demonstration went away");
  const id = await makeDemo(actor, { onStep: (says) => console.log(`  ${says}`) });
  console.log(`\nThe demonstration is at /sections/${id}. Sign in as ${email},`);
  console.log(
    isNew
      ? `with the password ${password} (it is not shown again).`
      : "with the password that was printed when the account was made; if it is lost, run `npm run demo -- --remove` first.",
  );
}

async function end(): Promise<void> {
  const actor = await owner();
  if (!actor) return console.log("There is no demonstration of this command here.");
  await removeDemo(actor, demoIdOf(actor.id));
  // Where the account was used for something else, it stays.
  const isUsed = await db().enrollment.count({ where: { userId: actor.id } });
  if (isUsed === 0) await db().user.delete({ where: { id: actor.id } });
  console.log("The demonstration is removed, with its students.");
}
