import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "katex/dist/katex.min.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { ScrollFocus } from "#components/math/scroll-focus.tsx";
import { Footer } from "./_components/footer.tsx";
import { Header } from "./_components/header.tsx";
import { ThemeScript } from "./_components/theme-script.tsx";

export const metadata: Metadata = {
  title: { default: "Chainrule: exercises in the mathematics of machine learning", template: "%s · Chainrule" },
  description:
    "Exercises in the mathematics of machine learning, from vectors to backpropagation, graded the moment you answer.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfcf9" },
    { media: "(prefers-color-scheme: dark)", color: "#15171a" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <ThemeScript />
      </head>
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
          {children}
        </main>
        <Footer />
        <ScrollFocus />
      </body>
    </html>
  );
}
