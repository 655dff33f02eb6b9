import type { Metadata } from "next";
import { v4 as newKey } from "uuid";
import { announce } from "#app/_actions/announce.ts";
import { leaveSection } from "#app/_actions/leave-section.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { ShareLink } from "#app/_components/share-link.tsx";
import { spoken, studentsIn } from "#app/sections/_components/in-words.ts";
import { sendsMail } from "#lib/course/mail/sends-mail.ts";
import { readAnnouncements } from "#lib/course/section/announcements.ts";
import { readPeople } from "#lib/course/section/roster.ts";
import { AnnounceForm } from "./_components/announce-form.tsx";
import { Announcements } from "./_components/announcements.tsx";
import { SectionHead } from "./_components/section-head.tsx";
import { type SectionParams, sectionAt } from "./section-at.ts";

export async function generateMetadata(props: SectionParams): Promise<Metadata> {
  const { section } = await sectionAt(props);
  return { title: section.title };
}

/** What a section says to its members, and who is in it. */
export default async function SectionPage(props: SectionParams) {
  const { actor, section } = await sectionAt(props);
  const { id, code, admission, may } = section;
  const [announcements, people] = await Promise.all([readAnnouncements(actor, id), readPeople(actor, id)]);
  const canAnnounce = may.includes("announce");
  return (
    <>
      <SectionHead section={section} />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section aria-labelledby="announcements" className="min-w-0">
          <h2 id="announcements" className="text-h2">
            Announcements
          </h2>
          {announcements.length === 0 && (
            <p className="mt-2 text-muted">
              {canAnnounce ? "You have not told them anything yet." : "There are none yet."}
            </p>
          )}
          <Announcements section={id} announcements={announcements} />
          {canAnnounce && (
            <details className="mt-8 border-t border-rule pt-4">
              <summary className="link w-fit cursor-pointer py-2 font-sans text-control font-medium">
                Announce something
              </summary>
              <AnnounceForm section={id} formKey={newKey()} mails={sendsMail()} action={announce} />
            </details>
          )}
        </section>
        <div className="max-lg:mt-12">
          <section aria-labelledby="people">
            <h2 id="people" className="text-h3">
              Who teaches
            </h2>
            <ul className="mt-2 space-y-1">
              {people.teachers.map(({ id: key, name, role }) => (
                <li key={key} className="break-words">
                  {name} <span className="font-sans text-note text-muted">{role}</span>
                </li>
              ))}
            </ul>
            {people.students !== null && (
              <p className="mt-3 font-sans text-note text-muted">
                {studentsIn(people.students.joined)}
                {people.students.waited > 0 && `, ${people.students.waited} on the roster who have not joined`}
              </p>
            )}
          </section>
          {code !== null && !section.archived && (
            <section aria-labelledby="way-in" className="mt-10">
              <h2 id="way-in" className="text-h3">
                How students join
              </h2>
              {admission === "closed" ? (
                <p className="mt-1 text-note">Nobody can join just now. Settings change that.</p>
              ) : (
                <>
                  <p className="mt-1 text-note">
                    {admission === "roster" ? "People on the roster join" : "Anybody joins"} by this link, or by the
                    code:
                  </p>
                  <p className="mt-2 font-mono text-h3">{spoken(code)}</p>
                  <ShareLink path={`/join/${code}`} name="Link to join this section" />
                </>
              )}
            </section>
          )}
          {section.role === "student" && (
            <details className="mt-10">
              <summary className="w-fit cursor-pointer py-2 font-sans text-control text-muted hover:text-ink">
                Leave this section
              </summary>
              <p className="mt-2 mb-3 text-note">
                You will not see it any more. What you have done stays yours; the code lets you in again.
              </p>
              <ActionButton action={leaveSection} fields={{ section: id }} look="secondary">
                Leave the section
              </ActionButton>
            </details>
          )}
        </div>
      </div>
    </>
  );
}
