import type { Metadata } from "next";
import Link from "next/link";
import { changeMail } from "#app/_actions/change-mail.ts";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { MailTicks } from "#app/_components/form/mail-ticks.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { readMailWishes } from "#lib/course/mail/wishes.ts";

// The address is a key to the settings it shows: it is not told to other sites, nor found by them.
export const metadata: Metadata = {
  title: "Mails you get",
  robots: { index: false },
  referrer: "no-referrer",
};

interface PageProps {
  params: Promise<{ token: string }>;
}

/** Where the link at the end of a mail leads. */
export default async function UnsubscribePage({ params }: PageProps) {
  const { token } = await params;
  const wishes = await readMailWishes(token);
  if (!wishes) return <NobodysLink />;
  const isSilent = !Object.values(wishes).includes(true);
  return (
    <article className="max-w-[34rem]">
      <h1 className="text-h1">Mails you get</h1>
      <p className="mt-3 mb-8">
        This holds for the account whose mail brought you here; nobody has to sign in for it. It can be changed again at
        any time, here or in the settings.
      </p>
      {isSilent ? (
        <Notice>You get no mails from us.</Notice>
      ) : (
        <InPlaceForm name="No mails" action={changeMail} submit="Stop all mails" look="primary">
          <input type="hidden" name="token" value={token} />
          {Object.keys(wishes).map((name) => (
            <input key={name} type="hidden" name={name} value="no" />
          ))}
        </InPlaceForm>
      )}
      <h2 className="mt-10 mb-3 text-h2">One by one</h2>
      <InPlaceForm name="Mails" action={changeMail} submit="Save which mails I get">
        <input type="hidden" name="token" value={token} />
        <MailTicks key={JSON.stringify(wishes)} {...wishes} />
      </InPlaceForm>
    </article>
  );
}

function NobodysLink() {
  return (
    <article className="max-w-[34rem]">
      <h1 className="text-h1">This link leads nowhere</h1>
      <p className="mt-3">
        It may be cut off: take it whole from the mail. Or the account it belonged to is deleted, and gets no mails any
        more. Which mails you get stands in your{" "}
        <Link href="/settings" className="link">
          settings
        </Link>{" "}
        too.
      </p>
    </article>
  );
}
