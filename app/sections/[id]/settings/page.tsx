import type { Metadata } from "next";
import { archiveSection } from "#app/_actions/archive-section.ts";
import { changeSection } from "#app/_actions/change-section.ts";
import { handOverSection } from "#app/_actions/hand-over-section.ts";
import { leaveSection } from "#app/_actions/leave-section.ts";
import { renewSectionCode } from "#app/_actions/renew-section-code.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { Choice } from "#app/_components/form/choice.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { regions } from "#app/_components/form/regions.ts";
import { Setting } from "#app/_components/form/setting.tsx";
import { TimeZoneField } from "#app/_components/form/time-zone-field.tsx";
import { spoken } from "#app/sections/_components/in-words.ts";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import { readAudit } from "#lib/course/section/audit.ts";
import { readRoster } from "#lib/course/section/roster.ts";
import { Heirs } from "./_components/heirs.tsx";

export const metadata: Metadata = { title: "Settings of a section" };

/** What a section is called, who is let in, and its end. */
export default async function SectionSettingsPage(props: SectionParams) {
  const { actor, section } = await sectionAt(props, "see the roster");
  const { id, title, term, timeZone, admission, code, archived, may } = section;
  const audit = may.includes("see the record") ? await readAudit(actor, id) : [];
  const heirs = may.includes("hand it over")
    ? (await readRoster(actor, id)).filter(({ role, joinedAt }) => role === "instructor" && joinedAt !== null)
    : [];
  return (
    <>
      <SectionHead section={section} page="Settings" />
      <div className="[&>section:first-child]:border-t-0 [&>section:first-child]:pt-0">
        {may.includes("change the section") && (
          <Setting id="about" title="The section">
            <InPlaceForm name="The section" action={changeSection} submit="Save the section">
              <input type="hidden" name="section" value={id} />
              <FormField name="title" label="Title" autoComplete="off" stored={title} />
              <FormField name="term" label="Term" note="May stay empty" autoComplete="off" stored={term} />
              <TimeZoneField
                stored={timeZone}
                note="For members who have not chosen one of their own."
                regions={regions}
              />
              <Choice
                name="admission"
                legend="Who can join"
                note="By the code or the link. Who is in it stays in it."
                stored={admission}
                options={[
                  { value: "code", label: "Whoever has the code" },
                  { value: "roster", label: "Only people on the roster" },
                  { value: "closed", label: "Nobody" },
                ]}
              />
            </InPlaceForm>
          </Setting>
        )}
        {may.includes("change the section") && code !== null && (
          <Setting id="code" title="The code">
            <p>
              It is <span className="font-mono">{spoken(code)}</span>. Where it has got about, replace it: the old code
              and its link let nobody in any more.
            </p>
            <InPlaceForm name="The code" action={renewSectionCode} submit="Replace the code">
              <input type="hidden" name="section" value={id} />
            </InPlaceForm>
          </Setting>
        )}
        {may.includes("hand it over") && (
          <Setting id="owner" title="The owner">
            {heirs.length === 0 ? (
              <p className="text-muted">
                To hand the section over, first make somebody who has joined it an instructor, on the roster.
              </p>
            ) : (
              <InPlaceForm name="The owner" action={handOverSection} submit="Hand it over" look="danger">
                <input type="hidden" name="section" value={id} />
                <Heirs heirs={heirs.map(({ id: member, name }) => ({ id: member, name }))} />
              </InPlaceForm>
            )}
          </Setting>
        )}
        {may.includes("archive") && (
          <Setting id="end" title={archived ? "Take it up again" : "Archive it"}>
            <p>
              {archived
                ? "Then it can be changed again, and people can join."
                : "Everybody in it can still read it; nothing in it changes, and nobody joins. It can be taken up again."}
            </p>
            <InPlaceForm
              key={`${archived}`}
              name={archived ? "Take the section up again" : "Archive the section"}
              action={archiveSection}
              submit={archived ? "Take it up again" : "Archive the section"}
            >
              <input type="hidden" name="section" value={id} />
              <input type="hidden" name="archived" value={archived ? "no" : "yes"} />
            </InPlaceForm>
          </Setting>
        )}
        {may.includes("leave") && (
          <Setting id="leave" title="Leave it">
            <p>You will not see the section any more. What you have done in it stays.</p>
            <ActionButton action={leaveSection} fields={{ section: id }} look="secondary">
              Leave the section
            </ActionButton>
          </Setting>
        )}
        {audit.length > 0 && (
          <Setting id="record" title="The record">
            <ol className="divide-y divide-rule border-y border-rule font-sans text-note">
              {audit.map(({ id: line, by, says, at }) => (
                <li key={line} className="py-2 break-words">
                  {by ?? "Somebody who has deleted their account"} {says}{" "}
                  <span className="text-muted">
                    · <LocalTime iso={at} />
                  </span>
                </li>
              ))}
            </ol>
          </Setting>
        )}
      </div>
    </>
  );
}
