import { z } from "zod";

/** The path of this site to go to afterwards; anything that could lead elsewhere becomes the front page. */
export function samePath(target: unknown): string {
  const base = "https://chainrule.invalid";
  if (typeof target !== "string" || !target.startsWith("/") || /[\s\p{Cc}\\]/u.test(target)) return "/";
  if (!URL.canParse(target, base)) return "/";
  const { origin, pathname, search, hash } = new URL(target, base);
  // "/..//elsewhere" is a path of this site, but resolved it begins with two slashes, and so names a host.
  return origin === base && !pathname.startsWith("//") ? pathname + search + hash : "/";
}

const callbackUrl = z.preprocess(
  (value) => (value === null || value === undefined ? "/" : samePath(value)),
  z.string(),
);

const email = z
  .string({ error: "Type your e-mail address." })
  .trim()
  .toLowerCase()
  .min(1, "Type your e-mail address.")
  .max(254, "This is too long for an e-mail address.")
  .pipe(z.email("This does not look like an e-mail address, such as ada@example.org."));

const storable = (text: string) => !/[\0\p{Surrogate}]/u.test(text);

const newPassword = z
  .string({ error: "Choose a password." })
  .min(10, "Use at least 10 characters. A few words that only you would put together are easy to remember.")
  .max(200, "Use at most 200 characters.");

/** The password of an account that is there. Its length is not judged: old rules must not lock anybody out. */
const password = z
  .string({ error: "Type your password." })
  .min(1, "Type your password.")
  .max(1000, "This is too long.");

/** A name; null where the field stays empty. */
const name = z.preprocess(
  (value) => (typeof value === "string" && value.trim() !== "" ? value.trim() : null),
  z
    .string()
    .max(80, "Use at most 80 characters.")
    .refine(storable, "This holds a character that cannot be kept.")
    .nullable(),
);

/** What a sign-up form holds. */
export const signUpSchema = z.object({ email, password: newPassword, name, callbackUrl });

/** What a sign-in form holds. */
export const signInSchema = z.object({ email, password, callbackUrl });

/** What the forms of the settings hold. */
export const nameSchema = z.object({ name });
export const passwordChangeSchema = z.object({ password, newPassword });
/** An account goes by its password; the work of a guest, who has none, by a tick. */
export const erasureSchema = z.object({ password: password.optional(), sure: z.literal("yes").optional() });
