"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { CompactColumn, CompactStudent } from "#lib/course/gradebook/compact.ts";
import { GridFoot } from "./grid-foot.tsx";
import { GridHead } from "./grid-head.tsx";
import { GridRow } from "./grid-row.tsx";
import { moved, type Place } from "./moves.ts";
import { leadOf, ordered, sought } from "./order.ts";
import { atFirst, cellWidth, drawnColumns, drawnRows, nameWidth, reveal, rowHeight, sightOf } from "./window.ts";

interface GridProps {
  /** Of the gradebook; below it stand the reports. */
  address: string;
  columns: readonly CompactColumn[];
  students: readonly CompactStudent[];
  hasLetters: boolean;
}

/** Students by assignments, to search, to sort, and to walk through by arrow keys. */
export function Grid({ address, columns, students, hasLetters }: GridProps) {
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [group, setGroup] = useState("");
  const [order, setOrder] = useState({ by: 0, down: false });
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [sight, setSight] = useState(atFirst);
  const [prints, setPrints] = useState(false);
  const lead = useMemo(() => leadOf(students), [students]);
  const look = () => {
    if (!scroller.current) return;
    const next = sightOf(scroller.current);
    setSight((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
  };
  useEffect(() => {
    look();
    addEventListener("resize", look);
    return () => removeEventListener("resize", look);
  });
  useEffect(() => {
    // Paper shows all of it.
    const draw = ({ type }: Event) => flushSync(() => setPrints(type === "beforeprint"));
    addEventListener("beforeprint", draw);
    addEventListener("afterprint", draw);
    return () => {
      removeEventListener("beforeprint", draw);
      removeEventListener("afterprint", draw);
    };
  }, []);
  const groups = [...new Set(students.flatMap((student) => student.group ?? []))].toSorted();
  const found = ordered(sought(students, text, group), lead, order);
  const all = lead.length + columns.length;
  const rows = prints ? { from: 0, to: found.length } : drawnRows(sight, found.length);
  // The name always stands there.
  const across = prints ? { from: 0, to: all - 1 } : drawnColumns(sight, all - 1);
  const drawn = { from: across.from + 1, to: across.to + 1 };
  const sortBy = (by: number) => setOrder((now) => ({ by, down: now.by === by && !now.down }));
  const press = (event: KeyboardEvent) => {
    if (event.altKey) return;
    if (event.key === "Enter") {
      const student = found[active.row];
      if (active.row < 0) sortBy(active.column);
      else if (student) router.push(`${address}/${student.id}`);
      return event.preventDefault();
    }
    const next = moved(event, active, { rows: found.length, columns: all });
    if (!next) return;
    event.preventDefault();
    if (scroller.current) reveal(scroller.current, next.row, next.column);
    look();
    setActive(next);
  };
  const width = nameWidth + (all - 1) * cellWidth;
  return (
    <div className="font-sans text-note">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-4 print:hidden">
        <label className="block w-full max-w-sm">
          <span className="text-control font-medium">Search</span>
          <input
            type="search"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="mt-1.5 h-11 w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
          />
        </label>
        {groups.length > 1 && (
          <label className="block">
            <span className="text-control font-medium">Group</span>
            <select
              value={group}
              onChange={(event) => setGroup(event.target.value)}
              className="mt-1.5 block h-11 max-w-52 rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
            >
              <option value="">All</option>
              {groups.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      <p role="status" className="mt-2 text-muted">
        {found.length === students.length ? inWords(students.length) : `${found.length} of ${inWords(students.length)}`}
      </p>
      <div
        ref={scroller}
        onScroll={look}
        className="relative mt-3 max-h-[75dvh] overflow-auto border-y border-rule print:max-h-none print:overflow-visible"
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes keys is a grid to ARIA
          role="grid"
          tabIndex={0}
          aria-label="Gradebook: arrow keys walk through it, Enter opens a report or sorts by a column"
          aria-rowcount={found.length + 2}
          aria-colcount={all}
          aria-activedescendant={active.row < found.length ? `cell-${active.row}-${active.column}` : undefined}
          onKeyDown={press}
          style={{ width }}
          className="group table-fixed border-separate border-spacing-0 text-left tabular-nums lining-nums"
        >
          <colgroup>
            <col style={{ width: nameWidth }} />
            {[...lead.slice(1), ...columns.map(({ id }) => id)].map((key) => (
              <col key={key} style={{ width: cellWidth }} />
            ))}
          </colgroup>
          <GridHead lead={lead} columns={columns} drawn={drawn} order={order} active={active} sortBy={sortBy} />
          {rows.from > 0 && <Gap rows={rows.from} />}
          <tbody>
            {found.slice(rows.from, rows.to).map((student, i) => (
              <GridRow
                key={student.id}
                at={rows.from + i}
                student={student}
                lead={lead}
                all={all}
                drawn={drawn}
                active={active.row === rows.from + i ? active.column : -1}
                address={address}
                hasLetters={hasLetters}
              />
            ))}
          </tbody>
          {rows.to < found.length && <Gap rows={found.length - rows.to} />}
          <GridFoot before={lead.length} columns={columns} drawn={drawn} rows={found.length} />
        </table>
      </div>
      {found.length === 0 && <p className="mt-4">Nobody here is called that. Try a part of the name or the number.</p>}
    </div>
  );
}

const inWords = (count: number) => (count === 1 ? "1 student" : `${count} students`);

/** The room of rows that are not drawn. */
const Gap = ({ rows }: { rows: number }) => (
  <tbody aria-hidden="true">
    <tr style={{ height: rows * rowHeight }} />
  </tbody>
);
