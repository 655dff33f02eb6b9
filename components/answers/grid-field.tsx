"use client";

import { type ClipboardEvent, useId, useLayoutEffect, useRef, useState } from "react";
import { type Cells, writeCells } from "./cells.ts";
import { type Command, commandOf, type Place } from "./grid-keys.ts";
import { type GridState, gridFrom, resized, shownCells, withBlock, withCell } from "./grid-state.ts";
import { type ArraySpec, isTable, layOut, mostColumns, mostRows } from "./lay-out.ts";
import { Stepper } from "./stepper.tsx";

interface GridFieldProps {
  spec: ArraySpec;
  /** What it starts with. */
  cells: Cells;
  /** Whether it was just opened by hand, and takes the focus. */
  isFocused: boolean;
  locked: boolean;
  labelledBy: string;
  describedBy: string;
  /** The place in the written text that cannot be read. */
  problemAt: readonly [number, number] | undefined;
  onWrite(text: string): void;
  /** Gives up for the text field: something was pasted that no grid can hold. */
  onUnread(text: string): void;
}

/** A vector or matrix in cells. It starts with one cell, or with what is typed already, and grows as somebody asks. */
export function GridField({ spec, cells, locked, ...props }: GridFieldProps) {
  const hint = useId();
  const [state, setState] = useState(() => gridFrom(cells));
  const [said, setSaid] = useState("");
  const body = useRef<HTMLFieldSetElement>(null);
  const goal = useRef<{ place: Place; caret: "start" | "end" | "all" } | undefined>(
    props.isFocused ? { place: [0, 0], caret: "all" } : undefined,
  );
  const isVector = spec.kind === "vector";
  const { rows, columns } = state;

  useLayoutEffect(() => {
    const next = goal.current;
    goal.current = undefined;
    if (next) focusCell(body.current, next.place, next.caret);
  });

  const written = (next: GridState) => writeCells(isVector ? [shownCells(next).flat()] : shownCells(next));

  function change(next: GridState) {
    setState(next);
    props.onWrite(written(next).text);
  }

  function resize(toRows: number, toColumns: number, from?: Place) {
    const next = resized(state, Math.min(toRows, mostRows(spec)), Math.min(toColumns, mostColumns(spec)));
    if (next.rows === rows && next.columns === columns) return;
    if (from) {
      const row = next.rows > rows ? next.rows - 1 : Math.min(from[0], next.rows - 1);
      const column = next.columns > columns ? next.columns - 1 : Math.min(from[1], next.columns - 1);
      goal.current = { place: [row, column], caret: "all" };
    }
    change(next);
    setSaid(isVector ? counted(next.rows, "entry", "entries") : sizeInWords(next));
  }

  function obey(command: Command, from: Place) {
    if (command.is === "check") body.current?.form?.requestSubmit();
    else if (command.is === "resize") grow(command.rows, command.columns, from);
    else focusCell(body.current, command.to, command.caret);
  }

  /** A vector has one direction: whichever arrow is pressed, it gets or loses an entry. */
  function grow(byRows: number, byColumns: number, from: Place) {
    if (isVector) resize(rows + byRows + byColumns, 1, from);
    else resize(rows + byRows, columns + byColumns, from);
  }

  function paste(event: ClipboardEvent<HTMLInputElement>, [i, j]: Place) {
    const text = event.clipboardData.getData("text/plain");
    const block = layOut(text, spec);
    if (block && !isTable(block, text)) return;
    const next = block && withBlock(state, i, j, block);
    const isFree = /^[^\n\t,;&]*$/.test(text.trim());
    if (!next && isFree) return;
    event.preventDefault();
    if (next && next.rows <= mostRows(spec) && next.columns <= mostColumns(spec)) {
      goal.current = { place: [i + (block?.length ?? 1) - 1, j + (block?.[0]?.length ?? 1) - 1], caret: "end" };
      change(next);
      setSaid(`Pasted. ${isVector ? counted(next.rows, "entry", "entries") : sizeInWords(next)}`);
    } else props.onUnread([written(state).text, text].filter((part) => part !== "").join("\n"));
  }

  const { places } = written(state);
  const isMarked = (i: number, j: number) => {
    const [from, to] = (isVector ? places[0]?.[i] : places[i]?.[j]) ?? [0, 0];
    return props.problemAt !== undefined && props.problemAt[0] < to && props.problemAt[1] > from;
  };
  const widths = shownCells(state).reduce<number[]>(
    (widest, row) => row.map((cell, j) => Math.min(22, Math.max(widest[j] ?? 5, cell.length + 1))),
    [],
  );

  return (
    <fieldset
      ref={body}
      aria-labelledby={props.labelledBy}
      aria-describedby={`${hint} ${props.describedBy}`}
      className="min-w-0"
    >
      <div data-scrolls="" className="flex max-w-full overflow-x-auto p-1">
        <span aria-hidden="true" className="w-2 shrink-0 border-y-2 border-l-2 border-ink" />
        <div className="grid gap-1.5 p-1.5" style={{ gridTemplateColumns: `repeat(${columns}, auto)` }}>
          {shownCells(state).map((row, i) =>
            row.map((cell, j) => (
              <input
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                key={`${i} ${j}`}
                data-cell={`${i} ${j}`}
                aria-label={isVector ? `entry ${i + 1}` : `row ${i + 1}, column ${j + 1}`}
                aria-invalid={isMarked(i, j)}
                value={cell}
                size={widths[j]}
                readOnly={locked}
                autoComplete="off"
                autoCorrect="off"
                autoCapitalize="none"
                spellCheck={false}
                enterKeyHint={i === rows - 1 && j === columns - 1 ? "done" : "next"}
                className="h-11 w-full rounded border border-edge bg-raised px-2 text-center font-mono text-[1.0625rem] text-accent-strong caret-accent read-only:bg-wash aria-invalid:border-2 aria-invalid:border-hold"
                onInput={(event) => change(withCell(state, i, j, event.currentTarget.value))}
                onPaste={(event) => !locked && paste(event, [i, j])}
                onKeyDown={(event) => {
                  const command = commandOf(event.nativeEvent, event.currentTarget, [i, j], state);
                  if (!command || (locked && command.is === "resize")) return;
                  event.preventDefault();
                  obey(command, [i, j]);
                }}
              />
            )),
          )}
        </div>
        <span aria-hidden="true" className="w-2 shrink-0 border-y-2 border-r-2 border-ink" />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-5">
        <Stepper
          what={isVector ? "entry" : "row"}
          count={rows}
          most={mostRows(spec)}
          locked={locked}
          onChange={(n) => resize(n, columns)}
        />
        {!isVector && (
          <Stepper
            what="column"
            count={columns}
            most={mostColumns(spec)}
            locked={locked}
            onChange={(n) => resize(rows, n)}
          />
        )}
      </div>
      <p id={hint} className="font-sans text-fine text-muted max-md:sr-only">
        {isVector
          ? "Enter and the arrow keys move. Alt (Option) with an arrow down adds an entry, up takes the last away. You can paste a list."
          : "Enter and the arrow keys move. Alt (Option) with an arrow down or right adds a row or column, up or left takes the last away. You can paste a table."}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </fieldset>
  );
}

const counted = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const sizeInWords = ({ rows, columns }: GridState) =>
  `${counted(rows, "row", "rows")}, ${counted(columns, "column", "columns")}.`;

function focusCell(body: HTMLElement | null, [i, j]: Place, caret: "start" | "end" | "all"): void {
  const cell = body?.querySelector(`[data-cell="${i} ${j}"]`);
  if (!(cell instanceof HTMLInputElement)) return;
  cell.focus();
  const { length } = cell.value;
  cell.setSelectionRange(caret === "end" ? length : 0, caret === "start" ? 0 : length);
}
