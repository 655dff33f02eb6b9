/** Who asks. Every function of lib/course takes one first, and authorizes it. */
export type Actor =
  | { kind: "anonymous" }
  /** A signed guest cookie; `known` when the guest has a row, which is made with the first variant. */
  | { kind: "guest"; id: string; known: boolean }
  | { kind: "user"; id: string; email: string; name: string | null };
