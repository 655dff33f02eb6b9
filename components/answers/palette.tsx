"use client";

import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { KindSpec } from "#lib/exercise/kinds.ts";
import { firstControl, isTextControl, type TextControl } from "./controls.ts";
import { insertSymbol } from "./insert.ts";
import { remember, remembered } from "./remembered.ts";
import { type MathSymbol, symbolsOf } from "./symbols.ts";

interface PaletteProps {
  spec: KindSpec;
  locked: boolean;
  /** The part with the fields to write to. */
  part: RefObject<HTMLElement | null>;
}

/** Where there is no keyboard beside the screen, the palette is open until somebody closes it. */
const narrow = "(max-width: 759px)";

/** Symbols to insert at the caret. Its line is there also while it is closed, so that nothing moves when it opens. */
export function Palette({ spec, locked, part }: PaletteProps) {
  const id = useId();
  const bar = useRef<HTMLDivElement>(null);
  /** Where somebody typed last. */
  const caretIn = useRef<TextControl>(null);
  const [isOpen, setOpen] = useState(false);
  const [current, setCurrent] = useState(0);
  const symbols = symbolsOf(spec);

  useEffect(() => {
    const choice = remembered("symbols");
    setOpen(choice === null ? matchMedia(narrow).matches : choice === "open");
  }, []);

  useEffect(() => {
    const box = part.current;
    const onFocus = ({ target }: FocusEvent) => {
      if (isTextControl(target)) caretIn.current = target;
    };
    box?.addEventListener("focusin", onFocus);
    return () => box?.removeEventListener("focusin", onFocus);
  }, [part]);

  function insert({ before, after }: MathSymbol) {
    const target = caretIn.current?.checkVisibility() ? caretIn.current : firstControl(part.current);
    if (isTextControl(target)) insertSymbol(target, before, after);
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = symbols.length - 1;
    const to = {
      ArrowRight: current === last ? 0 : current + 1,
      ArrowLeft: current === 0 ? last : current - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setCurrent(to);
    const next = bar.current?.children[to];
    if (next instanceof HTMLElement) next.focus();
  }

  return (
    <div className="screen-only mt-1 flex min-h-11 items-center gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          remember("symbols", isOpen ? "closed" : "open");
          setOpen(!isOpen);
        }}
        className="inline-flex min-h-10 shrink-0 items-center gap-1 rounded pr-2 font-sans text-control font-medium text-accent hover:text-accent-strong"
      >
        <ChevronRight aria-hidden="true" size={16} className={isOpen ? "rotate-180" : ""} />
        Symbols
      </button>
      <div
        ref={bar}
        id={id}
        role="toolbar"
        aria-label="Symbols"
        hidden={!isOpen}
        data-scrolls=""
        onKeyDown={onKeyDown}
        className="min-w-0 gap-1 overflow-x-auto p-0.5 not-[[hidden]]:flex"
      >
        {symbols.map((symbol, i) => (
          <button
            key={symbol.name}
            type="button"
            aria-label={symbol.name}
            tabIndex={i === current ? 0 : -1}
            disabled={locked}
            // The field keeps the focus, and a phone its keyboard.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setCurrent(i)}
            onClick={() => insert(symbol)}
            className="inline-flex h-10 min-w-10 shrink-0 items-center justify-center rounded border border-rule bg-raised px-2 text-body text-ink hover:border-accent hover:text-accent disabled:opacity-50"
          >
            <span aria-hidden="true" className="whitespace-nowrap">
              {symbol.shown}
              {symbol.index && <sub className="text-[0.7em]">{symbol.index}</sub>}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}
