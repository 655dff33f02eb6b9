"use client";

import { ChevronDown, ChevronUp } from "lucide-react";

interface ArrowProps {
  part: "up" | "down";
  words: string;
  isOff: boolean;
  onPress(): void;
}

/** Moves an item by one place. At the end it does nothing but keeps the focus. */
export function Arrow({ part, words, isOff, onPress }: ArrowProps) {
  const Icon = part === "up" ? ChevronUp : ChevronDown;
  return (
    <button
      type="button"
      data-part={part}
      aria-label={`Move ${words} ${part}`}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
      className="inline-flex h-9 w-11 shrink-0 items-center justify-center rounded text-accent sm:h-11 hover:bg-accent-wash aria-disabled:text-muted aria-disabled:opacity-40 aria-disabled:hover:bg-transparent"
    >
      <Icon aria-hidden="true" size={20} />
    </button>
  );
}
