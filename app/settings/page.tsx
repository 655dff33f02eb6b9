import type { Metadata } from "next";
import { currentActor, currentPreferences } from "#lib/auth/current-actor.ts";
import { sendsMail } from "#lib/course/mail/sends-mail.ts";
import { Account, NoAccount } from "./_components/account.tsx";
import { Data } from "./_components/data.tsx";
import { Deletion } from "./_components/deletion.tsx";
import { Mails } from "./_components/mails.tsx";
import { Wishes } from "./_components/wishes.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const [actor, preferences] = await Promise.all([currentActor(), currentPreferences()]);
  const isUser = actor.kind === "user";
  const hasRow = isUser || (actor.kind === "guest" && actor.known);
  return (
    <>
      <h1 className="mb-8 text-h1">Settings</h1>
      {isUser ? <Account actor={actor} /> : <NoAccount />}
      <Wishes preferences={preferences} />
      {isUser && sendsMail() && <Mails preferences={preferences} />}
      {hasRow && <Data />}
      {hasRow && <Deletion isUser={isUser} />}
    </>
  );
}
