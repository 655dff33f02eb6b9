/** Which mails somebody wants, as their link in a mail lets them say. */
import "server-only";
import { z } from "zod";
import {
  type PreferenceChange,
  type Preferences,
  preferenceFormSchema,
  readPreferences,
} from "#lib/auth/preferences.ts";
import { lockUsers } from "#lib/course/owner-lock.ts";
import { notFound } from "#lib/course/refusal.ts";
import { storePreferences } from "#lib/course/settings.ts";
import { db, transaction } from "#lib/db/client.ts";
import { userOfToken } from "./unsubscribe-token.ts";

export type MailWishes = Pick<Preferences, "mailDueSoon" | "mailResults" | "mailAnnouncements">;

/** What the form of such a link sends. */
export const mailWishesSchema = preferenceFormSchema
  .pick({ mailDueSoon: true, mailResults: true, mailAnnouncements: true })
  .extend({ token: z.string() });

const none = { mailDueSoon: false, mailResults: false, mailAnnouncements: false } as const satisfies MailWishes;

/** The wishes of whose link it is; undefined where it is nobody’s, or no more. */
export async function readMailWishes(token: string): Promise<MailWishes | undefined> {
  const id = userOfToken(token);
  const user =
    id === undefined
      ? null
      : await db().user.findFirst({
          where: { id, deletedAt: null, email: { not: null } },
          select: { preferences: true },
        });
  if (!user) return undefined;
  const { mailDueSoon, mailResults, mailAnnouncements } = readPreferences(user.preferences);
  return { mailDueSoon, mailResults, mailAnnouncements };
}

/** Changes the wishes of whose link it is. Throws a Refusal "not-found" where it is nobody’s, or no more. */
export async function changeMailWishes(token: string, change: Pick<PreferenceChange, keyof MailWishes>): Promise<void> {
  const id = userOfToken(token);
  if (id === undefined) throw notFound();
  await transaction(async (tx) => {
    const [row] = await lockUsers(tx, [id]);
    if (!row || row.deleted || row.guest) throw notFound();
    await storePreferences(tx, id, change);
  });
}

/** Ends all mails to whose link it is. Doing it again changes nothing. */
export const unsubscribe = (token: string): Promise<void> => changeMailWishes(token, none);
