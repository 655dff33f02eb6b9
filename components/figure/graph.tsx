import { Tex } from "#components/math/tex.tsx";
import type { FigureOf } from "./figure-of.ts";
import { GraphDrawing } from "./graph-drawing.tsx";

/** A computation graph whose labels are TeX. */
export function Graph({ alt, nodes, edges }: FigureOf<"graph">) {
  return <GraphDrawing alt={alt} nodes={nodes.map(typeset)} edges={edges.map(typeset)} />;
}

const typeset = <T extends { label?: string | undefined }>({ label, ...rest }: T) => ({
  ...rest,
  label: label === undefined ? undefined : <Tex>{label}</Tex>,
});
