"use client";

import { useActionState } from "react";
import { changeRole } from "#app/_actions/change-role.ts";
import { removeMember } from "#app/_actions/remove-member.ts";
import { roleNames } from "#app/sections/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import type { Member } from "#lib/course/section/roster.ts";

interface MemberFormsProps {
  section: string;
  member: Member;
  mayAppoint: boolean;
}

/** What can be changed about one person. */
export function MemberForms({ section, member, mayAppoint }: MemberFormsProps) {
  const [change, changeAction, isChanging] = useActionState(changeRole, {});
  const [remove, removeAction, isRemoving] = useActionState(removeMember, {});
  const roles = (["student", "assistant", "instructor"] as const).filter((role) => mayAppoint || role !== "instructor");
  return (
    <div className="flex flex-wrap justify-between gap-x-12 gap-y-5">
      <form action={changeAction} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="member" value={member.id} />
        <label>
          <span className="block text-fine text-muted">Role</span>
          <select
            key={member.role}
            name="role"
            defaultValue={member.role}
            className="mt-1 h-11 rounded border border-edge bg-raised px-2 text-ink"
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames[role]}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={isChanging} className={button.secondary}>
          Save<span className="sr-only"> the role of {member.name}</span>
        </button>
        <p role="status" className="w-full text-correct empty:hidden">
          {isChanging ? "" : change.done}
        </p>
        <p role="alert" className="w-full text-wrong empty:hidden">
          {change.message}
        </p>
      </form>
      <form action={removeAction}>
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="member" value={member.id} />
        <p className="text-fine text-muted">Their work stays, and comes back with them.</p>
        <button
          type="submit"
          disabled={isRemoving}
          className={`${button.secondary} mt-1 border-wrong text-wrong hover:border-wrong hover:bg-wrong-wash hover:text-wrong`}
        >
          Take {member.name} off
        </button>
        <p role="alert" className="mt-1 text-wrong empty:hidden">
          {remove.message}
        </p>
      </form>
    </div>
  );
}
