"use client";

import { createContext, type ReactNode } from "react";

/** How whoever looks wants numbers and times shown. */
export interface Display {
  /** 0,5 instead of 0.5. */
  decimalComma: boolean;
  /** Null is that of the browser. */
  timeZone: string | null;
}

export const DisplayContext = createContext<Display>({ decimalComma: false, timeZone: null });

/** Hands the preferences on to what is drawn in the browser. */
export function DisplayProvider({ decimalComma, timeZone, children }: Display & { children: ReactNode }) {
  return <DisplayContext value={{ decimalComma, timeZone }}>{children}</DisplayContext>;
}
