"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { button } from "#components/ui/button.ts";
import type { Cells } from "./cells.ts";
import type { GridField } from "./grid-field.tsx";
import type { ArraySpec } from "./lay-out.ts";
import { remember, remembered } from "./remembered.ts";
import { type FieldProps, TextField } from "./text-field.tsx";

interface ArrayFieldProps extends FieldProps {
  spec: ArraySpec;
  field: RefObject<(HTMLInputElement & HTMLTextAreaElement) | null>;
  raw: string;
  /** Writes the answer. */
  write(text: string): void;
  labelledBy: string;
  /** The place in the text that cannot be read. */
  problemAt: readonly [number, number] | undefined;
}

interface Open {
  Field: typeof GridField;
  cells: Cells;
  isFocused: boolean;
  opening: number;
}

const unlaid = "This cannot be laid out in cells as it stands; it is kept as text.";
const unloaded = "The grid could not be loaded. Type it as text, or try again when you are connected.";

async function load() {
  const [{ layOut }, { GridField }] = await Promise.all([import("./lay-out.ts"), import("./grid-field.tsx")]);
  return { layOut, GridField };
}

/**
 * A vector or matrix, as text or in a grid of cells. The text field is there from the start and holds the answer; the
 * grid is another way to write in it, loaded when it is first used.
 */
export function ArrayField({ spec, field, raw, write, labelledBy, problemAt, ...shared }: ArrayFieldProps) {
  const { locked } = shared;
  const [grid, setGrid] = useState<Open>();
  const [refusal, setRefusal] = useState("");
  /** What the grid wrote last: any other text came from elsewhere and is laid out anew. */
  const written = useRef<string>(undefined);

  const open = useCallback(
    async (isFocused: boolean) => {
      const loaded = await load().catch(() => undefined);
      const text = field.current?.value ?? "";
      const cells = loaded?.layOut(text, spec);
      const opened = loaded && cells && { Field: loaded.GridField, cells, isFocused };
      setRefusal(!isFocused || opened ? "" : loaded ? unlaid : unloaded);
      written.current = text;
      setGrid((now) => opened && { ...opened, opening: (now?.opening ?? 0) + 1 });
    },
    [spec, field],
  );

  useEffect(() => {
    if (remembered("array-input") === "grid") void open(false);
  }, [open]);

  const isOpen = grid !== undefined;
  useEffect(() => {
    if (isOpen && raw !== written.current) void open(false);
  }, [isOpen, raw, open]);

  function writeFromGrid(text: string) {
    written.current = text;
    write(text);
  }

  function openChosen() {
    remember("array-input", "grid");
    void open(true);
  }

  function close(text = raw) {
    setGrid(undefined);
    if (text !== raw) write(text);
    requestAnimationFrame(() => field.current?.focus());
  }

  return (
    <div data-grid={isOpen || undefined} className="min-w-0 basis-64 grow">
      {grid && (
        <grid.Field
          key={grid.opening}
          spec={spec}
          cells={grid.cells}
          isFocused={grid.isFocused}
          locked={locked}
          labelledBy={labelledBy}
          describedBy={shared.describedBy}
          problemAt={problemAt}
          onWrite={writeFromGrid}
          onUnread={close}
        />
      )}
      <div hidden={isOpen}>
        <TextField {...shared} spec={spec} ref={field} retype={write} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4">
        <button
          type="button"
          disabled={locked}
          className={`${button.quiet} min-h-10`}
          onClick={() => {
            if (!isOpen) return openChosen();
            remember("array-input", "text");
            close();
          }}
        >
          {isOpen ? "Type it as text" : "Use a grid"}
        </button>
        <p role="status" className="font-sans text-fine text-hold empty:hidden">
          {!isOpen && refusal}
        </p>
      </div>
    </div>
  );
}
