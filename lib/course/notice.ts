import { z } from "zod";
import type { RefusalKind } from "./refusal.ts";

const notices: Readonly<Record<RefusalKind, string>> = {
  "not-found": "That is not there, or it is not yours.",
  invalid: "The form was not complete. Please try again.",
  "cross-site": "The request came from another site, and was not carried out.",
  "signed-out": "You have signed in or out since this page was opened. Please try again.",
  closed: "That is closed by now.",
  unavailable: "That cannot be drawn just now; we have been told. Please take something else.",
  "too-large": "This is more than can be sent at once.",
  "too-many": "That was very often in a short time. Please wait a minute.",
};

/** The words for a notice in an address. It holds the kind alone, so that no link can put words in our mouth. */
export const noticeSchema = z.string().transform((kind, context) => {
  const words = Object.entries(notices).find(([known]) => known === kind)?.[1];
  if (words === undefined) context.addIssue("There is no such notice.");
  return words ?? "";
});
