"use client";

import { useState } from "react";
import { roleNames } from "#app/sections/_components/in-words.ts";
import { button } from "#components/ui/button.ts";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { Member } from "#lib/course/section/roster.ts";
import { MemberForms } from "./member-forms.tsx";

interface RosterTableProps {
  section: string;
  members: readonly Member[];
  mayChange: boolean;
  /** Whether they may make somebody an instructor. */
  mayAppoint: boolean;
}

const columns = [
  { key: "name", name: "Name" },
  { key: "email", name: "E-mail" },
  { key: "studentNumber", name: "Number" },
  { key: "group", name: "Group" },
  { key: "role", name: "Role" },
  { key: "joinedAt", name: "Joined" },
] as const;
type Column = (typeof columns)[number]["key"];

const perPage = 100;
const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

/** People to search and to sort, a hundred at a time. */
export function RosterTable({ section, members, mayChange, mayAppoint }: RosterTableProps) {
  const [sought, setSought] = useState("");
  const [order, setOrder] = useState<{ by: Column; down: boolean } | null>(null);
  const [page, setPage] = useState(0);
  const words = sought.toLowerCase().split(/\s+/).filter(Boolean);
  const found = members.filter((member) => {
    const text = columns
      .map(({ key }) => member[key] ?? "")
      .join(" ")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
  if (order) {
    const { by, down } = order;
    found.sort((a, b) => (down ? -1 : 1) * collator.compare(a[by] ?? "", b[by] ?? ""));
  }
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const here = Math.min(page, pages - 1);
  const sortBy = (by: Column) => setOrder((now) => ({ by, down: now?.by === by && !now.down }));
  return (
    <div className="font-sans text-note">
      <label className="block max-w-sm">
        <span className="text-control font-medium">Search</span>
        <input
          type="search"
          value={sought}
          onChange={(event) => {
            setSought(event.target.value);
            setPage(0);
          }}
          className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
        />
      </label>
      <p role="status" className="mt-2 text-muted">
        {found.length === members.length ? `${members.length} people` : `${found.length} of ${members.length} people`}
      </p>
      <section className="relative mt-3 overflow-x-auto" aria-label="Roster, scrolls sideways where it is narrow">
        <table className="w-full min-w-[44rem] border-collapse text-left">
          <caption className="sr-only">People in this section</caption>
          <thead>
            <tr className="border-y border-rule">
              {columns.map(({ key, name }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={order?.by === key ? (order.down ? "descending" : "ascending") : undefined}
                  className="font-medium"
                >
                  <button type="button" onClick={() => sortBy(key)} className="min-h-11 pr-4 hover:text-accent">
                    {name}
                    <span aria-hidden="true">{order?.by === key ? (order.down ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              ))}
              {mayChange && (
                <th scope="col">
                  <span className="sr-only">Change</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {found.slice(here * perPage, (here + 1) * perPage).map((member) => (
              <tr key={member.id} className="border-b border-rule align-top">
                <th scope="row" className="max-w-64 py-2.5 pr-4 font-normal break-words">
                  {member.name}
                  {member.self && <span className="text-muted"> (you)</span>}
                </th>
                <td className="max-w-64 py-2.5 pr-4 break-words">{member.email}</td>
                <td className="py-2.5 pr-4">{member.studentNumber}</td>
                <td className="py-2.5 pr-4">{member.group}</td>
                <td className="py-2.5 pr-4">{roleNames[member.role]}</td>
                <td className="py-2.5 pr-4">
                  {member.joinedAt ? <LocalTime iso={member.joinedAt} /> : <span className="text-muted">not yet</span>}
                </td>
                {mayChange && (
                  <td className="py-0.5 text-right">
                    {!member.self && member.role !== "owner" && (member.role !== "instructor" || mayAppoint) && (
                      <MemberForms section={section} member={member} mayAppoint={mayAppoint} />
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {found.length === 0 && <p className="mt-4">Nobody here is called that. Try a part of the name or the address.</p>}
      {pages > 1 && (
        <nav aria-label="Pages of the roster" className="mt-4 flex items-center gap-4">
          <button type="button" disabled={here === 0} onClick={() => setPage(here - 1)} className={button.secondary}>
            Before
          </button>
          <span className="tabular-nums">
            {here * perPage + 1} to {Math.min(found.length, (here + 1) * perPage)}
          </span>
          <button
            type="button"
            disabled={here === pages - 1}
            onClick={() => setPage(here + 1)}
            className={button.secondary}
          >
            After
          </button>
        </nav>
      )}
    </div>
  );
}
