import { setImmediate } from "node:timers/promises";
import { type ReactNode, Suspense } from "react";
import { ScrollToTarget } from "./scroll-to-target.tsx";

/**
 * What lies below the first screen of a long page: rendered and sent when that screen is on its way, so that a slow device
 * shows it before it has read the rest. Keeps room meanwhile, so that what follows does not come up and go down again.
 */
export function Later({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={<div data-pending className="min-h-dvh" />}>
      <Deferred>{children}</Deferred>
      <ScrollToTarget />
    </Suspense>
  );
}

async function Deferred({ children }: { children: ReactNode }) {
  await setImmediate();
  return children;
}
