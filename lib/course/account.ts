/** Making an account and signing in, with what the guest did before. */
import "server-only";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";
import type { Token } from "#lib/auth/session.ts";
import { db, transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Actor } from "./actor.ts";
import { claimGuest } from "./claim.ts";
import { lockUsers } from "./owner-lock.ts";
import { countCall, forgetCalls } from "./rate-limit.ts";

interface Credentials {
  /** Normalised: trimmed and in lower case. */
  email: string;
  password: string;
}

const quarter = 15 * 60;
const limits = {
  /** Ten wrong guesses at one account, from wherever. */
  signInPerEmail: { points: 10, seconds: quarter },
  /** A classroom behind one address. */
  signInPerAddress: { points: 100, seconds: quarter },
  signUpPerAddress: { points: 60, seconds: 60 * 60 },
  signUpPerEmail: { points: 10, seconds: 60 * 60 },
};

/**
 * Makes an account. A guest who has done something becomes the user: the same row, so nothing moves.
 * Undefined where the e-mail address has an account already. Throws a Refusal "too-many".
 * @param address the client's network address, where it is known
 */
export async function signUp(
  actor: Actor,
  { email, password, name }: Credentials & { name: string | null },
  address: string | undefined,
): Promise<Token | undefined> {
  if (address !== undefined) await countCall("sign-up from", address, limits.signUpPerAddress);
  await countCall("sign-up", email, limits.signUpPerEmail);
  const account = { create: { provider: "credentials", passwordHash: await hashPassword(password) } };
  try {
    return await transaction(async (tx) => {
      const [guest] = actor.kind === "guest" ? await lockUsers(tx, [actor.id]) : [];
      const data = { email, name, guest: false, accounts: account };
      const { id, tokenVersion } =
        guest?.guest && !guest.claimed && !guest.deleted
          ? await tx.user.update({ where: { id: guest.id }, data })
          : await tx.user.create({ data });
      return { sub: id, tokenVersion };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return undefined;
    throw error;
  }
}

/**
 * Signs in, and moves what the guest did into the account. Undefined where address and password do not fit, without
 * saying which. Throws a Refusal "too-many".
 */
export async function signIn(
  actor: Actor,
  { email, password }: Credentials,
  address: string | undefined,
): Promise<Token | undefined> {
  if (address !== undefined) await countCall("sign-in from", address, limits.signInPerAddress);
  await countCall("sign-in", email, limits.signInPerEmail);
  const user = await db().user.findUnique({
    where: { email },
    include: { accounts: { where: { provider: "credentials" } } },
  });
  const fits = await verifyPassword(user?.accounts[0]?.passwordHash ?? null, password);
  if (!user || !fits || user.deletedAt) return undefined;
  await forgetCalls("sign-in", email, limits.signInPerEmail);
  if (actor.kind === "guest") await transaction((tx) => claimGuest(tx, actor.id, user.id));
  return { sub: user.id, tokenVersion: user.tokenVersion };
}
