"use client";

import { button } from "#components/ui/button.ts";

/** Opens the browser’s own dialog, which prints or makes a PDF. */
export function PrintButton() {
  return (
    <button type="button" onClick={() => window.print()} className={button.primary}>
      Print
    </button>
  );
}
