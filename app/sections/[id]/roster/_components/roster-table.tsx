"use client";

import { useState } from "react";
import { button } from "#components/ui/button.ts";
import type { Member } from "#lib/course/section/roster.ts";
import { MemberRow, wide } from "./member-row.tsx";

interface RosterTableProps {
  section: string;
  members: readonly Member[];
  mayChange: boolean;
  /** Whether they may make somebody an instructor. */
  mayAppoint: boolean;
}

const columns = [
  { key: "name", name: "Name", shown: "" },
  { key: "email", name: "E-mail", shown: wide },
  { key: "studentNumber", name: "Number", shown: wide },
  { key: "group", name: "Group", shown: wide },
  { key: "role", name: "Role", shown: "" },
  { key: "joinedAt", name: "Joined", shown: wide },
] as const;
type Column = (typeof columns)[number]["key"];

const people = (count: number) => (count === 1 ? "1 person" : `${count} people`);
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
        {found.length === members.length ? people(members.length) : `${found.length} of ${people(members.length)}`}
      </p>
      <section className="relative mt-3 overflow-x-auto" aria-label="Roster, scrolls sideways where it is narrow">
        <table className="w-full border-collapse text-left md:min-w-[44rem]">
          <caption className="sr-only">People in this section</caption>
          <thead>
            <tr className="border-t border-rule">
              {columns.map(({ key, name, shown }) => (
                <th
                  key={key}
                  scope="col"
                  aria-sort={order?.by === key ? (order.down ? "descending" : "ascending") : undefined}
                  className={`font-medium ${shown}`}
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
          <tbody className="border-b border-rule">
            {found.slice(here * perPage, (here + 1) * perPage).map((member) => (
              <MemberRow
                key={member.id}
                section={section}
                member={member}
                mayChange={mayChange}
                mayAppoint={mayAppoint}
              />
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
