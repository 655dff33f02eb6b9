import type { Metadata } from "next";
import { v4 as newKey } from "uuid";
import { createSection } from "#app/_actions/create-section.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { regions } from "#app/_components/form/regions.ts";
import { Setting } from "#app/_components/form/setting.tsx";
import { TimeZoneField } from "#app/_components/form/time-zone-field.tsx";
import { currentActor, currentPreferences } from "#lib/auth/current-actor.ts";
import { sectionsOf } from "#lib/course/section/list.ts";
import { JoinForm } from "./_components/join-form.tsx";
import { MakeDemo } from "./_components/make-demo.tsx";
import { SectionList } from "./_components/section-list.tsx";
import { WaysIn } from "./_components/ways-in.tsx";

export const metadata: Metadata = {
  title: "Sections",
  description: "The classes you teach or take: join one by its code, or make your own.",
};

export default async function SectionsPage() {
  const [actor, { timeZone }] = await Promise.all([currentActor(), currentPreferences()]);
  const sections = await sectionsOf(actor);
  const running = sections.filter(({ archived }) => !archived);
  const archived = sections.filter((section) => section.archived);
  return (
    <>
      <header className="pb-6">
        <h1 className="text-h1">Sections</h1>
        <p className="mt-2 max-w-measure">
          A section is a class that is taught together: who teaches it, its students, and what they are told.
        </p>
      </header>
      {actor.kind !== "user" && (
        <WaysIn back="/sections">
          You need an account to join a section or to make one. What you have done in this browser moves to it.
        </WaysIn>
      )}
      {actor.kind === "user" && (
        <>
          <section aria-labelledby="mine" className="pb-10">
            <h2 id="mine" className="text-h2">
              Yours
            </h2>
            {running.length > 0 && <SectionList sections={running} />}
            {running.length === 0 && (
              <p className="mt-2 max-w-measure text-muted">
                You are in none yet. Whoever teaches you has a code or a link for you.
              </p>
            )}
          </section>
          <Setting id="join" title="Join a section">
            <JoinForm />
          </Setting>
          <Setting id="make" title="Make a section">
            <InPlaceForm name="Make a section" action={createSection} submit="Make the section">
              <input type="hidden" name="key" value={newKey()} />
              <FormField name="title" label="Title" note="Such as Machine learning 1" autoComplete="off" />
              <FormField name="term" label="Term" note="Such as Autumn 2026; may stay empty" autoComplete="off" />
              <TimeZoneField
                stored={timeZone ?? "UTC"}
                note="For members who have not chosen one of their own."
                regions={regions}
              />
            </InPlaceForm>
          </Setting>
          {sections.every(({ role }) => role === "student") && (
            <Setting id="demo" title="Look at one first">
              <p>
                A demonstration with 40 simulated students: homework with a pool, a quiz, an exam that waits to be
                released, with everything there is to review, grade and analyse. Only you see it, and it is removed with
                one click.
              </p>
              <MakeDemo />
            </Setting>
          )}
          {archived.length > 0 && (
            <section aria-labelledby="archived" className="border-t border-rule pt-8">
              <h2 id="archived" className="text-h3">
                Archived
              </h2>
              <SectionList sections={archived} />
            </section>
          )}
        </>
      )}
    </>
  );
}
