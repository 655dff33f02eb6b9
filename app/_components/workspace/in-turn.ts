/**
 * Does some work while no other tab does any for the same variant, where the browser can tell them apart. Where it
 * cannot, the key of a submission alone makes one of two.
 */
export async function inTurn<T>(variantId: string, work: () => Promise<T>): Promise<T> {
  if (!("locks" in navigator)) return await work();
  return await navigator.locks.request(`chainrule:submission:${variantId}`, work);
}
