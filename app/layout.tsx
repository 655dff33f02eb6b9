import "./fonts.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { DisplayProvider } from "#components/display/provider.tsx";
import { ScrollFocus } from "#components/math/scroll-focus.tsx";
import { currentActor, currentPreferences } from "#lib/auth/current-actor.ts";
import { ownerMark } from "#lib/auth/owner-mark.ts";
import { Footer } from "./_components/footer.tsx";
import { Header } from "./_components/header.tsx";
import { buildId } from "./_components/offline/build-id.ts";
import { OfflineWorker } from "./_components/offline/offline-worker.tsx";
import { WaitingAnswers } from "./_components/offline/waiting-answers.tsx";

export const metadata: Metadata = {
  title: { default: "Chainrule: exercises in the mathematics of machine learning", template: "%s · Chainrule" },
  description:
    "Exercises in the mathematics of machine learning, from vectors to backpropagation, graded the moment you answer.",
};

const paper = { light: "#fcfcf9", dark: "#15171a" } as const;

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await currentPreferences();
  if (theme !== "system") return { themeColor: paper[theme] };
  return {
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: paper.light },
      { media: "(prefers-color-scheme: dark)", color: paper.dark },
    ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, reducedMotion, decimalComma, timeZone } = await currentPreferences();
  const owner = ownerMark(await currentActor());
  return (
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-owner={owner}
      data-motion={reducedMotion === "reduce" ? "reduce" : undefined}
    >
      <body className="flex flex-col">
        <a
          href="#content"
          className="sr-only-focusable absolute top-2 left-2 z-10 rounded bg-accent px-4 py-2 font-sans text-control text-on-accent"
        >
          Skip to the content
        </a>
        <Header />
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto w-full max-w-page flex-1 px-5 pt-8 pb-20 outline-none md:px-8 md:pt-12"
        >
          <DisplayProvider decimalComma={decimalComma} timeZone={timeZone}>
            {children}
          </DisplayProvider>
        </main>
        <Footer />
        <WaitingAnswers owner={owner} />
        <ScrollFocus />
        <OfflineWorker build={await buildId()} />
      </body>
    </html>
  );
}
