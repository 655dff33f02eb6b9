/** Gradients on a drawn graph of +, ×, squares, ReLU and σ, where a value may reach the output on two paths (§6.1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";
import { relu, reluDerivative, sigmoid } from "#lib/math/activations.ts";
import { Value } from "#lib/math/autodiff.ts";

type Input = "x" | "y" | "z";
type Inner = "u" | "v" | "a" | "q" | "L";
type Name = Input | Inner;
type Op = "plus" | "times" | "square" | "relu" | "sigmoid";
type Node = readonly [name: Inner, op: Op, ...of: (Exclude<Name, "L"> | Input)[]];

// biome-ignore format: a table of graphs, each node after those it is made of
const wirings = {
  "product-first": [["u", "times", "x", "y"], ["v", "plus", "u", "z"], ["L", "square", "v"]],
  "sum-first": [["u", "plus", "x", "y"], ["v", "times", "u", "z"], ["L", "square", "v"]],
  "shared-input": [["u", "times", "x", "y"], ["v", "plus", "y", "z"], ["q", "relu", "v"], ["L", "times", "u", "q"]],
  "shared-square": [["u", "plus", "x", "y"], ["v", "times", "y", "z"], ["q", "square", "v"], ["L", "times", "u", "q"]],
  "shared-node": [["u", "times", "x", "y"], ["v", "square", "u"], ["q", "plus", "u", "z"], ["L", "times", "v", "q"]],
  "gated-x": [["u", "times", "x", "y"], ["v", "plus", "u", "z"], ["a", "sigmoid", "v"], ["q", "times", "a", "x"], ["L", "square", "q"]],
  "gated-y": [["u", "times", "x", "y"], ["v", "plus", "u", "z"], ["a", "sigmoid", "v"], ["q", "times", "a", "y"], ["L", "square", "q"]],
  "gated-u": [["u", "times", "x", "y"], ["v", "plus", "u", "z"], ["a", "sigmoid", "v"], ["q", "times", "a", "u"], ["L", "square", "q"]],
} as const satisfies Record<string, readonly Node[]>;
type Wiring = keyof typeof wirings;
const names = [
  "product-first",
  "sum-first",
  "shared-input",
  "shared-square",
  "shared-node",
  "gated-x",
  "gated-y",
  "gated-u",
] as const satisfies readonly Wiring[];
const wired = (wiring: Wiring): readonly Node[] => wirings[wiring];

const params = z.object({
  story: z.int().min(0).max(3),
  wiring: z.enum(names),
  x: z.number(),
  y: z.number(),
  z: z.number(),
});
type Params = z.infer<typeof params>;
type Values = Readonly<Partial<Record<Inner | `dL_d${Name}`, number>>>;

const stories = [
  "A small computation is drawn as a graph.",
  "Part of a larger network does these operations:",
  "A program records what it computes, so that gradients can go back along the same edges.",
  "A custom layer is put together from elementary operations.",
] as const;

const known = (p: Params, s: Values, name: Name): number =>
  (name === "x" || name === "y" || name === "z" ? p[name] : s[name]) ?? 0;

/** What a node is, from the values it is made of. */
function forward(name: Inner) {
  return (p: Params, s: Values): number => {
    const [, op, ...of] = wired(p.wiring).find(([node]) => node === name) ?? ["L", "plus"];
    const [a = 0, b = 0] = of.map((from) => known(p, s, from));
    return { plus: a + b, times: a * b, square: a * a, relu: relu(a), sigmoid: sigmoid(a) }[op];
  };
}

/** An edge that leaves a value: the node it leads to, its operation, and the other value there. */
interface Edge {
  to: Inner;
  op: Op;
  other: Exclude<Name, "L"> | undefined;
}
const everyEdge = new Map(
  names.map((wiring) => [
    wiring,
    new Map(
      (["x", "y", "z", "u", "v", "a", "q", "L"] as const).map((name) => [
        name,
        wired(wiring).flatMap(([to, op, ...of]): Edge[] =>
          of.some((from) => from === name) ? [{ to, op, other: of.find((from) => from !== name) }] : [],
        ),
      ]),
    ),
  ]),
);
const edgesFrom = ({ wiring }: Params, name: Name): readonly Edge[] => everyEdge.get(wiring)?.get(name) ?? [];

/** The partial derivative of the node an edge leads to, by the value it comes from. */
type Slope = (p: Params, s: Values, edge: Edge, from: Name) => number;
const partial: Slope = (p, s, { to, op, other }, from) => {
  if (op === "plus") return 1;
  if (op === "times") return known(p, s, other ?? from);
  const own = known(p, s, op === "sigmoid" ? to : from);
  return op === "square" ? 2 * own : op === "relu" ? reluDerivative(own) : own * (1 - own);
};
const upstream = (s: Values, to: Inner): number => (to === "L" ? 1 : (s[`dL_d${to}`] ?? 0));
const back = (p: Params, s: Values, from: Name, edges: readonly Edge[], by: Slope = partial): number =>
  edges.reduce((sum, edge) => sum + upstream(s, edge.to) * by(p, s, edge, from), 0);

/** A wrong partial at one kind of operation; inert for values that go into no such operation. */
const wrongly = (from: Name, op: Op, by: Slope) => ({
  value: (p: Params, s: Values) => {
    const edges = edgesFrom(p, from);
    return edges.some((edge) => edge.op === op)
      ? back(p, s, from, edges, (...at) => (at[2].op === op ? by(...at) : partial(...at)))
      : undefined;
  },
});
const onePath = (from: Name, at: 0 | -1) => ({
  value: (p: Params, s: Values) => {
    const edges = edgesFrom(p, from);
    const kept = edges.at(at);
    return edges.length > 1 && kept ? back(p, s, from, [kept]) : undefined;
  },
  says: `Two edges leave $${from}$, and only one was followed back. The gradients that arrive on both are added.`,
});

/** The partial derivative of the node an edge leads to, in symbols. */
const symbol = ({ to, op, other }: Edge, from: Name): string =>
  ({
    plus: "1",
    times: other ?? from,
    square: `2${from}`,
    relu: `\\operatorname{ReLU}'(${from})`,
    sigmoid: `${to}(1 - ${to})`,
  })[op];
const derivative = (name: Name) => `\\dfrac{\\partial L}{\\partial ${name}}`;

function explainedValue(name: Inner) {
  return {
    label: name,
    words: `the value of ${name}`,
    hint: "Go forward: put in the values of the nodes that lead here.",
    formula: ({ wiring }: Params) => right(wired(wiring).find(([node]) => node === name)),
  };
}

const mistakes = (from: Name) => ({
  "own-value": {
    ...wrongly(from, "times", (p, s) => known(p, s, from)),
    says: `A product passes the gradient on multiplied by the *other* factor; here $${from}$ got its own value.`,
  },
  "sum-multiplies": {
    ...wrongly(from, "plus", (p, s, { other }) => known(p, s, other ?? from)),
    says: "At a sum the gradient was multiplied by the other term. A sum passes it on unchanged: its derivative by each term is 1.",
  },
  "factor-two": {
    ...wrongly(from, "square", (p, s) => known(p, s, from)),
    says: `The derivative of a square has a factor 2: by $${from}$ it is $2${from}$.`,
  },
  "slope-missing": {
    ...wrongly(from, "sigmoid", () => 1),
    says: "The sigmoid was passed as if its slope were 1. On the way back it multiplies by $a(1 - a)$.",
  },
  "first-path-only": onePath(from, 0),
  "last-path-only": onePath(from, -1),
});

/** All there is to say of one gradient, with the mistakes that can be made on the edges that leave its node. */
function explainedGradient(from: Name, ...invited: (keyof ReturnType<typeof mistakes>)[]) {
  const all = mistakes(from);
  return {
    label: derivative(from),
    words: `the gradient of L by ${from}`,
    hint: `Look at every edge that leaves ${from}: multiply the gradient of the node it leads to by the derivative of that operation, and add up the edges.`,
    formula: (p: Params) =>
      edgesFrom(p, from)
        .map((edge) => (edge.to === "L" ? symbol(edge, from) : `${derivative(edge.to)} \\cdot ${symbol(edge, from)}`))
        .join(" + "),
    work: (p: Params, s: Values) =>
      edgesFrom(p, from)
        .map((edge) => {
          const own = num(known(p, s, edge.to));
          const by =
            edge.op === "square"
              ? `2 \\cdot ${par(known(p, s, from))}`
              : edge.op === "sigmoid"
                ? `${own}\\,(1 - ${own})`
                : par(partial(p, s, edge, from));
          return edge.to === "L" ? by : `${par(upstream(s, edge.to))} \\cdot ${by}`;
        })
        .join(" + "),
    malrules: Object.fromEntries(invited.map((id) => [id, all[id]])),
  };
}

const exact = scalar({ rule: { digits: 4 }, workingDigits: 6 });

export default exercise({
  id: "backpropagation/computation-graph",
  version: 1,
  title: "Gradients on a computation graph",
  summary: "Send values forward and gradients back through a graph whose branches split and meet again.",
  skills: ["computation-graphs", "multivariable-chain"],
  source: { section: "6.1", formulas: ["chain-rule"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const story = rng.int(0, 3);
    if (level === 1) {
      if (rng.pick([true, false])) {
        // The sum keeps clear of 0 and ±1, whichever sign the last term has.
        const [x, y] = [signed(rng.int(3, 6)), signed(rng.int(3, 6))];
        const z = rng.pick([1, -1]) * rng.int(2, Math.min(9, Math.abs(x * y) - 4));
        return { story, wiring: "product-first", x, y, z };
      }
      const small = rng.int(2, 6);
      const [x = 2, y = 5] = rng.shuffle([signed(small), signed(small + rng.int(2, 4))]);
      return { story, wiring: "sum-first", x, y, z: signed(rng.int(2, 6)) };
    }
    if (level === 2) {
      const wiring = rng.pick<Wiring>(["shared-input", "shared-square", "shared-node"]);
      if (wiring === "shared-input") {
        const y = signed(rng.int(3, 7));
        const z = y > 0 ? rng.int(2, 9) : rng.int(3, 8) - y;
        return { story, wiring, x: signed(rng.int(3, 9)), y, z };
      }
      if (wiring === "shared-square") {
        const y = rng.int(2, 4);
        return { story, wiring, x: signed(y + rng.int(2, 5)), y: signed(y), z: signed(rng.int(2, 5)) };
      }
      const [x, y] = [signed(rng.int(2, 4)), signed(rng.int(2, 4))];
      return { story, wiring, x, y, z: Math.sign(x * y) * rng.int(2, 9) };
    }
    // In tenths; the last term takes the pre-activation to where the sigmoid is not yet flat.
    const [x, y] = [signed(rng.pick([15, 20, 25, 30, 40])), signed(rng.int(3, 9))];
    const v = signed(rng.int(3, 12)) * 10;
    const wiring = rng.pick<Wiring>(["gated-x", "gated-y", "gated-u"]);
    return { story, wiring, x: x / 10, y: y / 10, z: (v - x * y) / 100 };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$${wired(p.wiring)
        .map((node) => `${node[0]} = ${right(node)}`)
        .join(", \\qquad ")}$$`,
      `The inputs are $x = ${num(p.x)}$, $y = ${num(p.y)}$ and $z = ${num(p.z)}$. Go forward to $L$, then back, and find the gradient of $L$ by ${level === 1 ? "**$x$** and by **$z$**" : "each **input**"}.`,
    ].join("\n\n"),
  )
  .step("u", exact, forward("u"), explainedValue("u"))
  .step("v", exact, forward("v"), explainedValue("v"))
  .step("a", exact, forward("a"), explainedValue("a"))
  .step("q", exact, forward("q"), explainedValue("q"))
  .step("L", exact, forward("L"), explainedValue("L"))
  .step("dL_dq", exact, (p, s) => back(p, s, "q", edgesFrom(p, "q")), explainedGradient("q", "own-value", "factor-two"))
  .step("dL_da", exact, (p, s) => back(p, s, "a", edgesFrom(p, "a")), explainedGradient("a", "own-value"))
  .step(
    "dL_dv",
    exact,
    (p, s) => back(p, s, "v", edgesFrom(p, "v")),
    explainedGradient("v", "own-value", "factor-two", "slope-missing"),
  )
  .step("dL_du", exact, (p, s) => back(p, s, "u", edgesFrom(p, "u")), {
    ...explainedGradient("u", "own-value", "sum-multiplies", "factor-two", "first-path-only", "last-path-only"),
    skill: "multivariable-chain",
  })
  .step(
    "dL_dx",
    exact,
    (p, s) => back(p, s, "x", edgesFrom(p, "x")),
    explainedGradient("x", "own-value", "sum-multiplies", "first-path-only", "last-path-only"),
  )
  .step("dL_dy", exact, (p, s) => back(p, s, "y", edgesFrom(p, "y")), {
    ...explainedGradient("y", "own-value", "sum-multiplies", "first-path-only", "last-path-only"),
    skill: "multivariable-chain",
  })
  .step(
    "dL_dz",
    exact,
    (p, s) => back(p, s, "z", edgesFrom(p, "z")),
    explainedGradient("z", "own-value", "sum-multiplies"),
  )
  .asks({ 1: ["dL_dx", "dL_dz"], 2: ["dL_dx", "dL_dy", "dL_dz"], 3: ["dL_dx", "dL_dy", "dL_dz"] })
  .figures({ prompt: (p) => graphOf(p), solution: (p, s) => graphOf(p, s) })
  .cases(({ wiring }) => wiring)
  .check((p) => {
    const at = new Map<Name, Value>([
      ["x", new Value(p.x)],
      ["y", new Value(p.y)],
      ["z", new Value(p.z)],
    ]);
    const node = (name: Name) => at.get(name) ?? new Value(0);
    for (const [name, op, first, second] of wired(p.wiring)) {
      const a = node(first ?? "x");
      const b = node(second ?? "x");
      const made = { plus: a.add(b), times: a.mul(b), square: a.pow(2), relu: a.relu(), sigmoid: a.sigmoid() };
      at.set(name, made[op]);
    }
    node("L").backward();
    return { dL_dx: node("x").grad, dL_dy: node("y").grad, dL_dz: node("z").grad };
  });

/** The right-hand side of a node. */
function right(node: Node | undefined): string {
  const [, op, a = "x", b = "y"] = node ?? ["L", "plus"];
  const sides = { plus: `${a} + ${b}`, times: `${a}\\,${b}`, square: `${a}^2` };
  return { ...sides, relu: `\\operatorname{ReLU}(${a})`, sigmoid: `\\sigma(${a})` }[op];
}

/** The graph; with `s`, its values and gradients too. */
function graphOf(p: Params, s?: Values): Figure {
  const nodes = wired(p.wiring);
  const depth = new Map<string, number>();
  for (const [name, , ...of] of nodes) depth.set(name, 1 + Math.max(...of.map((from) => depth.get(from) ?? 0)));
  const inputs = ["x", "y", "z"] as const;
  const all = [...inputs, ...nodes.map(([name]) => name)];
  const edges = nodes.flatMap(([to, , ...of]) => of.map((from) => ({ from, to })));
  const rowOf = (name: Name) =>
    name === "u" || name === "x" ? 0 : name === "y" || name === "L" ? 1 : name === "q" ? 1.5 : 2;
  const carries = (name: Name) => {
    const gradient = name === "L" ? undefined : s?.[`dL_d${name}`];
    return s
      ? {
          value: plain(known(p, s, name), 4),
          ...(gradient === undefined ? {} : { gradient: plain(gradient, 4) }),
        }
      : {};
  };
  const told = s
    ? ` The values: ${all.map((name) => `${name} = ${plain(known(p, s, name), 4)}`).join(", ")}. The gradients of L: ${all.flatMap((name) => (name === "L" ? [] : [`by ${name} ${plain(s[`dL_d${name}`] ?? 0, 4)}`])).join(", ")}.`
    : "";
  return {
    figure: "graph",
    alt: `Computation graph: ${nodes.map(([to, , ...of]) => `${of.join(" and ")} lead${of.length > 1 ? "" : "s"} to ${to}`).join(", ")}.${told}`,
    nodes: all.map((name) => ({
      id: name,
      label: name,
      column: depth.get(name) ?? 0,
      row: rowOf(name),
      ...carries(name),
    })),
    edges,
  };
}
