"use client";

import { useEffect } from "react";

/** Goes to the part that the address names, where the browser looked for it before it was there. */
export function ScrollToTarget() {
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && window.scrollY === 0) target.scrollIntoView({ behavior: "instant" });
  }, []);
  return null;
}
