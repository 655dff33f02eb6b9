/** One line of work for `npm run grade`: a kind, its rule, a reference and what was typed, checked and turned into a spec. */
import { z } from "zod";
import {
  type Domain,
  expression,
  formulaMatrix,
  formulaSet,
  formulaVector,
  fraction,
  integer,
  type KindSpec,
  letteredShape,
  matrix,
  scalar,
  set,
  shape,
  type Tolerance,
  toleranceSchema,
  vector,
} from "#lib/exercise/kinds.ts";
import { canonicalName } from "#lib/expression/names.ts";

const kinds = ["number", "integer", "fraction", "vector", "matrix", "shape", "set", "expression"] as const;
const rules = ["exact", "within", "digits", "decimals", "equivalent"];

const nameSchema = z
  .string("each variable must be text")
  .transform(canonicalName)
  .refine((name) => /^[A-Za-z]{1,12}(?:_\w{1,8})?$/.test(name), "each variable must be a name such as x, w_1 or θ");

const end = z.number("an end of a domain must be a number or null").nullable();
const interval = z
  .tuple([end, end], "a domain must be two numbers, such as [0, 10]")
  .readonly()
  .refine(([from, to]) => from === null || to === null || from < to, "a domain must not be empty");

const equivalentSchema = z.object({
  equivalent: z.object({
    variables: z.array(nameSchema, "must be a list of names, or null").max(50).nullish(),
    domain: z.record(nameSchema, interval).nullish(),
  }),
});

/** A rule by its one key, so that what is wrong inside it is said of that rule and not of all of them. */
const ruleSchema = z
  .record(z.string(), z.unknown(), 'must be an object such as {"digits": 3}')
  .transform((rule, ctx) => {
    const [key, ...others] = Object.keys(rule);
    if (key === undefined || others.length > 0 || !rules.includes(key)) {
      ctx.addIssue(`must have exactly one of ${rules.join(", ")}`);
      return z.NEVER;
    }
    const parsed = (key === "equivalent" ? equivalentSchema : toleranceSchema).safeParse(rule);
    if (parsed.success) return parsed.data;
    for (const { message, path } of parsed.error.issues) ctx.addIssue({ code: "custom", message, path });
    return z.NEVER;
  });

export const lineSchema = z.object(
  {
    kind: z.enum(kinds, `must be one of ${kinds.join(", ")}`),
    rule: ruleSchema.nullish(),
    reference: z.string("must be text, in quotation marks"),
    typed: z.string("must be text, in quotation marks"),
  },
  "a line must be an object with kind, rule, reference and typed",
);
export type Line = z.infer<typeof lineSchema>;

/** What a line asks to compare by: a spec, or a function that makes one once the variables are known. */
export type Asked =
  | { is: "declared"; spec: KindSpec }
  /** The letters that occur are taken as variables: those of the reference, and for formulas those typed as well. */
  | {
      is: "occurring";
      from: "reference" | "both";
      declared: readonly string[];
      spec(names: readonly string[]): KindSpec;
    }
  | { is: "refused"; why: string };

const exactly = new Set<Line["kind"]>(["integer", "fraction", "shape"]);

/** The spec of a line. Where no rule is given, the kind's own default. */
export function askedBy({ kind, rule }: Line): Asked {
  if (kind === "shape" && isExact(rule))
    return {
      is: "occurring",
      from: "reference",
      declared: [],
      spec: shapeOf,
    };
  if (exactly.has(kind)) {
    if (!isExact(rule))
      return { is: "refused", why: `kind ${kind} is compared exactly; give {"exact": true} or no rule` };
    return { is: "declared", spec: kind === "integer" ? integer() : fraction() };
  }
  if (rule && "equivalent" in rule) return byFormula(kind, rule.equivalent);
  if (kind !== "expression") return { is: "declared", spec: byTolerance(kind, rule) };
  if (isExact(rule)) return byFormula(kind, {});
  return { is: "refused", why: 'kind expression has the rule {"equivalent": …}' };
}

/** Between sizes, x is a times sign: "100x3" has no letters, "n x p" has two. */
function shapeOf(names: readonly string[]): KindSpec {
  const letters = names.filter((name) => !/^x/i.test(name));
  return letters.length > 0 ? letteredShape(letters) : shape();
}

const isExact = (rule: Line["rule"]): boolean => !rule || "exact" in rule;

function byTolerance(kind: Line["kind"], rule: Tolerance | null | undefined): KindSpec {
  const options = rule ? { rule } : {};
  if (kind === "vector") return vector(options);
  if (kind === "matrix") return matrix(options);
  return kind === "set" ? set(options) : scalar(options);
}

type Equivalent = z.infer<typeof equivalentSchema>["equivalent"];

function byFormula(kind: Line["kind"], { variables, domain }: Equivalent): Asked {
  const make = { expression, vector: formulaVector, matrix: formulaMatrix, set: formulaSet };
  if (kind !== "expression" && kind !== "vector" && kind !== "matrix" && kind !== "set")
    return { is: "refused", why: `kind ${kind} has no rule "equivalent"; kind expression has` };
  const spec = (names: readonly string[]): KindSpec => {
    const on: Domain = domain ? { variables: names, domain } : { variables: names };
    return make[kind](on);
  };
  if (variables) return { is: "declared", spec: spec(variables) };
  return { is: "occurring", from: "both", declared: Object.keys(domain ?? {}), spec };
}
