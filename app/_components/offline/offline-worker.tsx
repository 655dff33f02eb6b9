"use client";

import { useEffect } from "react";

/** Lets the browser keep what pages are made of, and a page for when there is no connection. Not in development. */
export function OfflineWorker({ build }: { build: string | undefined }) {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const { serviceWorker } = navigator;
    if (build === undefined) {
      void serviceWorker.getRegistrations().then((old) => Promise.all(old.map((one) => one.unregister())));
      return;
    }
    // After the page itself is there: it needs the network more.
    const register = () => void serviceWorker.register(`/sw.js?build=${build}`).catch(() => undefined);
    if (document.readyState === "complete") register();
    else addEventListener("load", register, { once: true });
    return () => removeEventListener("load", register);
  }, [build]);
  return null;
}
