import "server-only";
import { hash, verify } from "@node-rs/argon2";

/**
 * OWASP's first choice of parameters for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). The
 * algorithm is the package's default; naming it would read a `const enum`, which isolated modules cannot.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password, with its salt and parameters, as a PHC string. Some 30 ms; never inside a transaction. */
export const hashPassword = (password: string): Promise<string> => hash(normalise(password), parameters);

let dummy: Promise<string> | undefined;

/**
 * Whether a password fits a hash. Without a hash (nobody has that e-mail) it takes as long, so that the time it takes
 * does not tell which e-mails have accounts.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const fits = await verify(stored ?? (await dummy), normalise(password));
  return stored !== null && fits;
}

/** The same characters, typed on another system, are the same password (NIST SP 800-63B, 5.1.1.2). */
const normalise = (password: string) => password.normalize("NFKC");
