"use client";

import { useId, useState } from "react";
import { roleNames } from "#app/sections/_components/in-words.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Member } from "#lib/course/section/roster.ts";
import { MemberForms } from "./member-forms.tsx";

/** On a phone there is room for two columns; the others stand below the name. */
export const wide = "max-md:hidden";

interface MemberRowProps {
  section: string;
  member: Member;
  mayChange: boolean;
  mayAppoint: boolean;
}

/** One person, and below, once asked for, what can be changed about them. */
export function MemberRow({ section, member, mayChange, mayAppoint }: MemberRowProps) {
  const [open, setOpen] = useState(false);
  const forms = useId();
  const { name, email, studentNumber, group, role, joinedAt, self } = member;
  const canChange = mayChange && !self && role !== "owner" && (role !== "instructor" || mayAppoint);
  return (
    <>
      <tr className="border-t border-rule align-top">
        <th scope="row" className="max-w-44 py-2.5 pr-4 font-normal break-words md:max-w-64">
          {name}
          {self && <span className="text-muted"> (you)</span>}
          <span className="block text-fine text-muted md:hidden">
            {[email, studentNumber, group, joinedAt ? null : "not joined yet"].filter(Boolean).join(" · ")}
          </span>
        </th>
        <td className={`max-w-80 py-2.5 pr-4 break-words ${wide}`}>{email}</td>
        <td className={`py-2.5 pr-4 ${wide}`}>{studentNumber}</td>
        <td className={`py-2.5 pr-4 ${wide}`}>{group}</td>
        <td className="py-2.5 pr-4">{roleNames[role]}</td>
        <td className={`py-2.5 pr-4 ${wide}`}>
          {joinedAt ? <LocalTime iso={joinedAt} /> : <span className="text-muted">not yet</span>}
        </td>
        {mayChange && (
          <td className="py-0.5 text-right">
            {canChange && (
              <button
                type="button"
                aria-expanded={open}
                aria-controls={open ? forms : undefined}
                onClick={() => setOpen(!open)}
                className="min-h-10 px-1 text-accent underline underline-offset-4"
              >
                Change<span className="sr-only"> {name}</span>
              </button>
            )}
          </td>
        )}
      </tr>
      {open && canChange && (
        <tr id={forms}>
          <td colSpan={7} className="pt-1 pb-4">
            <MemberForms section={section} member={member} mayAppoint={mayAppoint} />
          </td>
        </tr>
      )}
    </>
  );
}
