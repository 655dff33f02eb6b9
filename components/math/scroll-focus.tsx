"use client";

import { useEffect } from "react";

/** Whatever scrolls by itself rather than shrink: displays, wide drawings, long readings. */
const scrollers = ".display, .prose .katex-display, [data-scrolls]";

/**
 * Lets the keyboard reach those of them that do not fit just now, and passes over those that do. What is not laid out
 * yet (.far) may not fit: to ask for its width would lay it out.
 */
export function ScrollFocus() {
  useEffect(() => {
    // The page grows or shrinks whenever one comes, goes, gets another width, or is laid out at last.
    const observer = new ResizeObserver(() => {
      const boxes = [...document.querySelectorAll<HTMLElement>(scrollers)];
      // All are asked before any is changed.
      const mayScroll = boxes.map((box) => {
        if (!box.checkVisibility()) return false;
        return !box.checkVisibility({ contentVisibilityAuto: true }) || box.scrollWidth > box.clientWidth;
      });
      for (const [i, box] of boxes.entries()) {
        if (mayScroll[i]) box.tabIndex = 0;
        else if (box !== document.activeElement) box.removeAttribute("tabindex");
      }
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return null;
}
