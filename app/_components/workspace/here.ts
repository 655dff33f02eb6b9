/** The variants whose forms stand on this page, and send what waits for them themselves. */
import { tell } from "./kept.ts";

const here = new Set<string>();

export function standsHere(variantId: string): () => void {
  here.add(variantId);
  tell();
  return () => {
    here.delete(variantId);
    tell();
  };
}

export const isHere = (variantId: string): boolean => here.has(variantId);
