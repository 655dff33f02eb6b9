/** How buttons and links that look like them are set. One primary action stands on a page. */
const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded px-4 py-2 font-sans text-control font-medium disabled:opacity-60";

export const button = {
  primary: `${base} bg-accent text-on-accent hover:bg-accent-strong`,
  secondary: `${base} border border-edge bg-raised text-ink hover:border-accent hover:text-accent`,
  quiet:
    "inline-flex min-h-8 items-center gap-1.5 font-sans text-control font-medium text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong hover:decoration-2",
} as const;
