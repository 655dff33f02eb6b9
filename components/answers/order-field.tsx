"use client";

import { GripVertical } from "lucide-react";
import { type KeyboardEvent, type Ref, useId, useLayoutEffect, useRef, useState } from "react";
import { button } from "#components/ui/button.ts";
import { Arrow } from "./arrow.tsx";
import type { OptionLabel } from "./choice-field.tsx";
import { Legend, type LegendProps } from "./legend.tsx";
import { moved, orderAsText, orderIn } from "./ordering.ts";
import type { FieldProps } from "./text-field.tsx";
import { useDrag } from "./use-drag.ts";

interface OrderFieldProps extends FieldProps, LegendProps {
  /** The options as they are listed at first, with their text for announcements. */
  options: readonly (OptionLabel & { text: string })[];
  raw: string;
  ref: Ref<HTMLInputElement>;
  /** Writes the answer. */
  write(text: string): void;
}

type Part = "handle" | "up" | "down";

/**
 * All options to be put in order: by buttons, by keys, or by dragging. The order they come in is no answer until
 * something was moved or the order was confirmed.
 */
export function OrderField({
  name,
  locked,
  describedBy,
  onEdit,
  options,
  raw,
  ref,
  write,
  ...legend
}: OrderFieldProps) {
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const goal = useRef<{ item: string; part: Part }>(undefined);
  const [held, setHeld] = useState<{ item: string; before: string }>();
  const [said, setSaid] = useState("");
  const given = orderIn(
    raw,
    options.map((option) => option.id),
  );
  const order = given ?? options.map((option) => option.id);
  const textOf = (item: string) => wordsOf(options.find((option) => option.id === item)?.text ?? "");
  const placeIn = (ids: readonly string[], item: string) => `place ${ids.indexOf(item) + 1} of ${ids.length}`;

  useLayoutEffect(() => {
    const next = goal.current;
    goal.current = undefined;
    if (next) focusPart(list.current, next.item, next.part);
  });

  function move(from: number, to: number, part: Part) {
    const item = order[from];
    if (locked || item === undefined || to < 0 || to >= order.length) return;
    const next = moved(order, from, to);
    goal.current = { item, part };
    write(orderAsText(next));
    setSaid(`${textOf(item)}: ${placeIn(next, item)}.`);
  }

  function drop() {
    if (held) setSaid(`${textOf(held.item)} stays at ${placeIn(order, held.item)}.`);
    setHeld(undefined);
  }

  function onKey(event: KeyboardEvent, item: string) {
    const isHeld = held?.item === item;
    const at = order.indexOf(item);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: order.length - 1 }[event.key];
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      if (isHeld) return drop();
      setHeld({ item, before: raw });
      setSaid(`${textOf(item)} is picked up, ${placeIn(order, item)}. Arrow keys move it, Space drops it.`);
    } else if (isHeld && to !== undefined) {
      event.preventDefault();
      move(at, to, "handle");
    } else if (isHeld && event.key === "Escape") {
      event.preventDefault();
      goal.current = { item, part: "handle" };
      setHeld(undefined);
      write(held.before);
      setSaid(`${textOf(item)} is back where it was.`);
    } else if (event.key === "Escape") drag.cancel();
  }

  const drag = useDrag(list, (from, to) => move(from, to, "handle"));

  return (
    <>
      <input type="hidden" ref={ref} name={name} value={raw} onInput={(e) => onEdit(e.currentTarget.value)} />
      <fieldset aria-describedby={`${id}-keys ${id}-state ${describedBy}`} disabled={locked}>
        <Legend {...legend} />
        <ol ref={list} className="border-y border-rule">
          {order.map((item, i) => (
            <li
              key={item}
              data-item={item}
              style={{ transform: `translateY(${drag.shiftOf(i)}px)` }}
              className={`relative flex items-center gap-1 border-rule not-first:border-t ${
                drag.dragged === i || held?.item === item ? "z-10 bg-accent-wash" : "bg-paper"
              }`}
            >
              <button
                type="button"
                data-part="handle"
                aria-label={`Move ${textOf(item)}, ${placeIn(order, item)}`}
                aria-pressed={held?.item === item}
                aria-describedby={`${id}-keys`}
                className="inline-flex h-11 w-9 shrink-0 cursor-grab touch-none items-center justify-center rounded text-muted hover:text-ink aria-pressed:text-accent"
                onKeyDown={(event) => onKey(event, item)}
                onBlur={() => held?.item === item && !goal.current && drop()}
                {...drag.handle(i)}
              >
                <GripVertical aria-hidden="true" size={18} />
              </button>
              <span aria-hidden="true" className="w-5 shrink-0 text-right text-muted tabular-nums">
                {i + 1}.
              </span>
              <span className="min-w-0 grow px-1.5 py-2 text-body">
                {options.find((one) => one.id === item)?.label}
              </span>
              <span className="flex shrink-0 max-sm:flex-col">
                <Arrow part="up" words={textOf(item)} isOff={i === 0} onPress={() => move(i, i - 1, "up")} />
                <Arrow
                  part="down"
                  words={textOf(item)}
                  isOff={i === order.length - 1}
                  onPress={() => move(i, i + 1, "down")}
                />
              </span>
            </li>
          ))}
        </ol>
        <div className="mt-1 flex min-h-11 flex-wrap items-center gap-x-4 font-sans text-fine text-muted">
          <p id={`${id}-state`}>
            {given ? "This order is your answer." : "Not answered yet: move the items, or keep them as they are."}
          </p>
          {!given && (
            <button
              type="button"
              className={`${button.quiet} min-h-10`}
              onClick={() => {
                write(orderAsText(order));
                setSaid("This order is your answer.");
                list.current?.querySelector("button")?.focus();
              }}
            >
              This is my order
            </button>
          )}
        </div>
        <p id={`${id}-keys`} className="sr-only">
          Space picks an item up, the arrow keys move it, Space drops it, Escape puts it back.
        </p>
        <p aria-live="assertive" className="sr-only">
          {said}
        </p>
      </fieldset>
    </>
  );
}

/** An option's text as it is spoken: without the marks of TeX. */
const wordsOf = (text: string) =>
  text
    .replace(/[$\\{}*`]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

function focusPart(list: HTMLElement | null, item: string, part: Part): void {
  const row = [...(list?.children ?? [])].find((one) => one instanceof HTMLElement && one.dataset.item === item);
  const target = row?.querySelector(`[data-part="${part}"]`);
  if (target instanceof HTMLElement) target.focus();
}
