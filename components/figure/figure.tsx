import type { Figure as FigureData } from "#lib/exercise/figure.ts";
import { Areas } from "./areas.tsx";
import { Bars } from "./bars.tsx";
import { Contours } from "./contours.tsx";
import { Curve } from "./curve.tsx";
import { Curves } from "./curves.tsx";
import { Graph } from "./graph.tsx";
import { Plane } from "./plane.tsx";

/** Draws a figure. All are set on the server, keep their proportions, and read well on a phone. */
export function Figure({ figure }: { figure: FigureData }) {
  return <figure className="my-6 font-sans text-ink [font-variant-numeric:lining-nums]">{drawn(figure)}</figure>;
}

function drawn(figure: FigureData) {
  switch (figure.figure) {
    case "bars":
      return <Bars {...figure} />;
    case "areas":
      return <Areas {...figure} />;
    case "curve":
      return <Curve {...figure} />;
    case "curves":
      return <Curves {...figure} />;
    case "plane":
      return <Plane {...figure} />;
    case "contours":
      return <Contours {...figure} />;
    case "graph":
      return <Graph {...figure} />;
  }
}
