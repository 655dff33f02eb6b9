"use client";

import { type PointerEvent, type RefObject, useState } from "react";
import { placeOfDragged } from "./ordering.ts";

interface Drag {
  from: number;
  to: number;
  /** How far the pointer has gone. */
  dy: number;
  startY: number;
  extents: readonly { top: number; height: number }[];
}

/**
 * Dragging an item of a list by its handle. The list itself stays as it is until the item is let go: meanwhile items are
 * only shifted on the screen, so that neither the focus nor the pointer loses what it holds.
 */
export function useDrag(list: RefObject<HTMLElement | null>, onDrop: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag>();

  const handle = (i: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const extents = [...(list.current?.children ?? [])].map((item) => {
        const { top, height } = item.getBoundingClientRect();
        return { top, height };
      });
      setDrag({ from: i, to: i, dy: 0, startY: event.clientY, extents });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!drag) return;
      const dy = event.clientY - drag.startY;
      setDrag({ ...drag, dy, to: placeOfDragged(drag.extents, drag.from, dy) });
    },
    onPointerUp() {
      if (drag && drag.to !== drag.from) onDrop(drag.from, drag.to);
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
  });

  /** How far an item is shifted while another, or itself, is dragged. */
  function shiftOf(i: number): number {
    if (!drag) return 0;
    if (i === drag.from) return drag.dy;
    const height = drag.extents[drag.from]?.height ?? 0;
    if (i > drag.from && i <= drag.to) return -height;
    return i < drag.from && i >= drag.to ? height : 0;
  }

  return { handle, shiftOf, dragged: drag?.from, cancel: () => setDrag(undefined) };
}
