import type { Metadata } from "next";
import Link from "next/link";
import { joinSection } from "#app/_actions/join-section.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { JoinForm } from "#app/sections/_components/join-form.tsx";
import { WaysIn } from "#app/sections/_components/ways-in.tsx";
import { button } from "#components/ui/button.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { sectionCodeSchema } from "#lib/course/section/code.ts";
import { readInvitation } from "#lib/course/section/join.ts";

export const metadata: Metadata = { title: "Join a section", robots: { index: false } };

interface PageProps {
  params: Promise<{ code: string }>;
}

/** Where the link of a section leads: what it is, and the way in. */
export default async function JoinPage({ params }: PageProps) {
  const code = sectionCodeSchema.safeParse((await params).code).data;
  const actor = await currentActor();
  const section = code === undefined ? undefined : await readInvitation(actor, code);
  if (code === undefined || !section) return <UnknownCode />;
  const { id, title, term, teachers, joined, closed } = section;
  return (
    <article className="max-w-measure">
      <p className="eyebrow">You are invited to a section</p>
      <h1 className="mt-2 text-h1 break-words">{title}</h1>
      <p className="mt-3 text-lead">
        {term !== "" && `${term}. `}Taught by {new Intl.ListFormat("en").format(teachers)}.
      </p>
      <div className="mt-8">
        {joined && (
          <Link href={`/sections/${id}`} className={button.primary}>
            You are in it: open it
          </Link>
        )}
        {!joined && closed && (
          <Notice>This section takes nobody new just now. Ask whoever teaches it to open it again.</Notice>
        )}
        {!joined && !closed && actor.kind === "user" && (
          <>
            <ActionButton action={joinSection} fields={{ code }} look="primary">
              Join
            </ActionButton>
            <p className="mt-3 font-sans text-note text-muted">
              You join as {actor.email}. Who teaches the section sees your name and this address.
            </p>
          </>
        )}
        {!joined && !closed && actor.kind !== "user" && (
          <WaysIn back={`/join/${code}`}>
            To join you need an account, best with the address that your university has of you. What you have done in
            this browser moves to it.
          </WaysIn>
        )}
      </div>
    </article>
  );
}

async function UnknownCode() {
  const actor = await currentActor();
  return (
    <article className="max-w-[34rem]">
      <h1 className="text-h1">This code leads nowhere</h1>
      <p className="mt-3 mb-8">
        It may be mistyped, or replaced by a newer one. Type it again, or ask whoever teaches the section for the link.
      </p>
      {actor.kind === "user" ? (
        <JoinForm />
      ) : (
        <WaysIn back="/sections">Sign in first; then there is a field for the code.</WaysIn>
      )}
    </article>
  );
}
