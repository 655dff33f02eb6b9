"use client";

import { useEffect } from "react";

/** Whatever scrolls by itself rather than shrink: displays, wide drawings, long readings. */
const scrollers = ".display, .prose .katex-display, [data-scrolls]";

/** Lets the keyboard reach those of them that do not fit just now, and passes over those that do. */
export function ScrollFocus() {
  useEffect(() => {
    // The page grows or shrinks whenever one comes, goes or gets another width.
    const observer = new ResizeObserver(() => {
      for (const box of document.querySelectorAll<HTMLElement>(scrollers)) {
        if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
        else box.removeAttribute("tabindex");
      }
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return null;
}
