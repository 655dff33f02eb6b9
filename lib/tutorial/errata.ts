/**
 * Where the tutorial is wrong: what it prints, what is true, and why, in the order of the tutorial. Lessons show these
 * beside the example or section; a test recomputes every number. Strings are Markdown with $TeX$.
 */
import type { SectionId } from "#lib/exercise/tutorial.ts";

export interface Erratum {
  id: string;
  section: SectionId | "practice";
  example?: number;
  practice?: number;
  /** What is printed. */
  printed: string;
  /** What is true. */
  right: string;
  /** The numbers in question: each as printed, if it is, and the true one to six digits. */
  numbers?: readonly (readonly [printed: number | null, right: number])[];
  why: string;
}

const raw = String.raw;

const table = [
  {
    id: "similarity",
    section: "1.1",
    example: 2,
    printed: "the dot product, 44, is called the similarity",
    right: "the cosine of the angle, 0.960, is a similarity",
    numbers: [[44, 0.960159]],
    why: "A dot product also grows with the lengths: whoever gives higher ratings would be more similar to everybody.",
  },
  {
    id: "layer-bias",
    section: "1.2",
    example: 5,
    printed: "$z = [1.9, 2.8, 1.5]$",
    right: "$z = [2.0, 3.0, 1.7]$",
    numbers: [
      [1.9, 2],
      [2.8, 3],
      [1.5, 1.7],
    ],
    why: "The bias is written down but not added, and the last entry of $Wx$ is 1.4, not 1.5.",
  },
  {
    id: "covariance-centred",
    section: "1.2",
    example: 6,
    printed: raw`$\Sigma = \frac1n X^\top X$ after centring, with “X − mean(X)”`,
    right: raw`$\Sigma = \frac1n X_c^\top X_c$ with the mean of each column taken off: $[[0.667, 1], [1, 1.556]]$; with $\frac{1}{n-1}$ it estimates without bias: $[[1, 1.5], [1.5, 2.333]]$`,
    numbers: [
      [null, 0.666667],
      [null, 1],
      [null, 1.55556],
      [null, 1],
      [null, 1.5],
      [null, 2.33333],
    ],
    why: raw`Without the centred matrix in the formula the means stay in; one mean for the whole matrix would mix the features.`,
  },
  {
    id: "full-rank",
    section: "1.3",
    example: 7,
    printed: raw`$\theta = (X^\top X)^{-1} X^\top y$, without a condition`,
    right: "only where the columns of $X$ are independent",
    why: raw`With dependent columns $X^\top X$ has no inverse, and many $\theta$ fit equally well.`,
  },
  {
    id: "half-in-loss",
    section: "2.2",
    example: 10,
    printed: "“1/2n”, read from left to right $n/2$",
    right: raw`$\frac{1}{2n}$`,
    why: "Without parentheses a product after a slash is ambiguous; the factor ½ is there to cancel the 2 of the square.",
  },
  {
    id: "two-losses",
    section: "2.2",
    example: 11,
    printed: "a squared error without ½, after one with ½",
    right: "both are in use; the gradients differ by the factor 2",
    why: "The loss decides its gradient: with ½ the residual comes alone, without it the residual comes doubled.",
  },
  {
    id: "two-steps",
    section: "2.4",
    example: 13,
    printed: raw`“one step”; “$w_2$: $\partial L/\partial w$ at 0.6”, with a stray $\rho$ in an index`,
    right: raw`two steps; the second gradient is taken at $w_1 = 0.6$`,
    why: "The slope must be found anew at the point where one stands, before each step.",
  },
  {
    id: "practice-minimum",
    section: "practice",
    practice: 2,
    printed: "two steps of descent “find the minimum”",
    right: "the steps reach 0.4 and 0.72, where $f = 4.6384$; the minimum is $f(2) = 3$",
    numbers: [
      [null, 0.4],
      [null, 0.72],
      [null, 4.6384],
      [null, 3],
    ],
    why: "Descent comes nearer with each step but does not arrive: here each step covers a fifth of what is left.",
  },
  {
    id: "joint-above-marginal",
    section: "3.1",
    example: 15,
    printed: raw`$P(\text{lottery}) = 0.05$ beside $P(\text{spam} \cap \text{lottery}) = 0.12$`,
    right: raw`these cannot both be: $P(\text{lottery})$ is at least 0.12`,
    numbers: [[0.05, 0.12]],
    why: "“Both” can never be likelier than one of the two alone; these figures would need a negative probability.",
  },
  {
    id: "left-unanswered",
    section: "3.2",
    example: 16,
    printed: "the example stops before its answer",
    right: raw`$P(\text{disease} \mid +) = \frac16$`,
    numbers: [[null, 0.166667]],
    why: "Bayes’ theorem, one section later, gives it.",
  },
  {
    id: "spam-evidence",
    section: "3.3",
    example: 17,
    printed: raw`$0.12 / 0.05 = 2.4$ at first`,
    right: raw`$0.12 / 0.127 = 0.945$`,
    numbers: [[2.4, 0.944882]],
    why: raw`No probability exceeds 1: the 0.05 contradicts the other figures, and has to be replaced by the total, not only by an assumption about the rest.`,
  },
  {
    id: "score-not-loss",
    section: "3.5",
    example: 19,
    printed: "“expected loss”",
    right: "an expected score",
    why: "Points for right answers are to be made large; a loss is to be made small.",
  },
  {
    id: "sample-mean",
    section: "3.5",
    example: 20,
    printed: raw`$E[(y - \hat y)^2]$ “is what we minimize”`,
    right: "what is minimised is the mean over the sample at hand",
    why: "The expectation is over data one has not seen; the mean squared error estimates it.",
  },
  {
    id: "log-conditions",
    section: "4.2",
    printed: raw`$\log(a^n) = n \log a$ and its kin, without conditions; “log” without its base`,
    right: raw`for $a, b > 0$; in examples 23 to 26 the logarithm is natural`,
    why: raw`For $a = -1$, $n = 2$ the left side is 0 and the right side does not exist.`,
  },
  {
    id: "underflow",
    section: "4.3",
    example: 23,
    printed: raw`$10^{-100}$ underflows`,
    right: raw`not in double precision, where the first power of 0.1 to become 0 is $n = 324$; in single precision it does, from $n = 46$`,
    numbers: [[100, 324]],
    why: raw`The least double is $2^{-1074} \approx 4.9 \cdot 10^{-324}$; what is under half of it becomes 0.`,
  },
  {
    id: "prior-dropped",
    section: "4.3",
    example: 23,
    printed: raw`$\dots + \log P(C) = 100 \cdot \log 0.1$`,
    right: raw`$100 \cdot \log 0.1 + \log P(C)$, up to a constant`,
    why: "The prior is announced and then left out; and proportional is not equal.",
  },
  {
    id: "sum-of-logs",
    section: "practice",
    practice: 4,
    printed: raw`$\log(P(A) \cdot P(B) \cdot P(C))$ is preferred`,
    right: raw`$\log P(A) + \log P(B) + \log P(C)$ is preferred`,
    why: "A product that has underflowed is 0 before the logarithm is taken; only a sum of logarithms avoids it.",
  },
  {
    id: "skewness",
    section: "4.3",
    example: 25,
    printed: "“feature scaling” that makes the distribution “more normal”",
    right: "a transformation; the skewness falls from 0.87 to 0.44, and there are still two clusters",
    numbers: [
      [null, 0.866226],
      [null, 0.442588],
    ],
    why: "Scaling changes the unit and keeps the shape; the logarithm changes the shape, but five incomes in two groups stay two groups.",
  },
  {
    id: "predicted-price",
    section: "4.4",
    example: 26,
    printed: raw`“actual price” $e^{12.5}$`,
    right: "the predicted price, and of it the median",
    why: "The model gives no actual prices; and the exponential of a mean logarithm is a median, which lies below the mean.",
  },
  {
    id: "affine",
    section: "5.1",
    printed: "layers without activations are “a linear transformation”",
    right: "an affine one",
    why: "With a bias zero is not mapped to zero.",
  },
  {
    id: "sigmoid-ten",
    section: "5.2",
    example: 27,
    printed: raw`$\sigma(10) \approx 0.9999$, $\sigma(-10) \approx 0.0001$`,
    right: raw`$\sigma(10) \approx 0.99995$, $\sigma(-10) \approx 0.000045$`,
    numbers: [
      [0.9999, 0.999955],
      [0.0001, 4.53979e-5],
    ],
    why: "Rounded to four places they would be 1.0000 and 0.0000; the second is printed twice too large.",
  },
  {
    id: "sigmoid-slope-five",
    section: "5.2",
    example: 28,
    printed: raw`$\sigma'(5) \approx 0.007$`,
    right: raw`$\sigma'(5) \approx 0.00665$`,
    numbers: [[0.007, 0.00664806]],
    why: "The factors were rounded before they were multiplied; one digit of the result is left.",
  },
  {
    id: "relu-neuron",
    section: "5.2",
    example: 32,
    printed: raw`$z = Wx + b = -1.5$ with a $3 \times 1$ matrix $W$`,
    right: raw`$z = W^\top x + b = -1.0$`,
    numbers: [[-1.5, -1]],
    why: raw`$-1 + 1 - 1.5$ is $-1.5$ and the bias is 0.5; and a column times a column has no product.`,
  },
  {
    id: "leaky-gradient",
    section: "5.2",
    example: 33,
    printed: "negative outputs “contribute small gradients”",
    right: raw`the derivative there is $\alpha$`,
    why: raw`An output is no gradient: what keeps the unit learning is that the slope is $\alpha$ and not 0.`,
  },
  {
    id: "softmax-sum",
    section: "5.2",
    example: 34,
    printed: "the sum is 11.212",
    right: "11.213",
    numbers: [[11.212, 11.2125]],
    why: "The terms were rounded before they were added.",
  },
  {
    id: "softmax-sum-large",
    section: "5.2",
    example: 35,
    printed: "the sum is 156.904",
    right: "156.907",
    numbers: [[156.904, 156.907]],
    why: raw`$e^5$ was rounded to two places before it was added.`,
  },
  {
    id: "softmax-index",
    section: "5.2",
    printed: raw`$\operatorname{softmax}(z_i)$`,
    right: raw`$\operatorname{softmax}(z)_i$`,
    why: "Each entry of the result depends on all logits, not on one.",
  },
  {
    id: "cost",
    section: "6.1",
    printed: raw`$O(n^2)$ against $O(n)$, with no word on $n$`,
    right: raw`with $n$ weights, finite differences take about $n$ forward passes of $O(n)$ each; backpropagation a small constant times one`,
    why: "A cost needs a size that it is counted in.",
  },
  {
    id: "neuron-rounding",
    section: "6.2",
    example: 36,
    printed: raw`$L = 0.0625$, then $-0.500$, $0.1875$, $-0.1875$, $-0.09375$, $0.51875$, $0.109375$`,
    right: raw`$L = 0.06237$, then $-0.4995$, $0.18737$, $-0.18717$, $-0.09359$, $0.51872$, $0.10936$`,
    numbers: [
      [0.0625, 0.06237],
      [-0.5, -0.49948],
      [0.1875, 0.18737],
      [-0.1875, -0.187175],
      [-0.09375, -0.0935875],
      [0.51875, 0.518717],
      [0.109375, 0.109359],
    ],
    why: raw`$a = 0.75026$ was rounded to 0.750, and all the digits after it were carried on from there as if they were exact.`,
  },
  {
    id: "two-layer-rounding",
    section: "6.3",
    example: 37,
    printed: raw`$0.846$, $z_2 = 0.946$, $L = 0.0784$, $\partial L/\partial h_2 = -0.057$`,
    right: raw`$0.845$, $z_2 = 0.945$, $L = 0.0783$, $\partial L/\partial h_2 = -0.056$`,
    numbers: [
      [0.846, 0.845377],
      [0.946, 0.945377],
      [0.0784, 0.0782967],
      [-0.057, -0.0563881],
    ],
    why: "Rounded values were multiplied and rounded again.",
  },
  {
    id: "two-names",
    section: "6.4",
    printed: raw`$L$ is the number of layers and the loss; $\sigma'$ stands without its layer`,
    right: raw`two names; the factor is $\sigma^{(\ell)\prime}(z^{(\ell)})$, entry by entry only where the activation works entry by entry`,
    why: "Layers may have different activations; and softmax mixes its entries, so that its derivative is a matrix.",
  },
  {
    id: "relu-at-zero",
    section: "6.5",
    example: 38,
    printed: raw`$\partial a/\partial z = 0$ for $z \le 0$`,
    right: "0 for $z < 0$; at $z = 0$ there is no derivative, and 0 is a convention",
    why: "From the left the slope is 0, from the right it is 1.",
  },
  {
    id: "gradient-flow",
    section: "6.7",
    printed: raw`$\delta \cdot W \cdot \sigma'$; gradients explode “if $\lVert W \rVert > 10$”`,
    right: raw`$W^\top \delta \odot \sigma'$; they can grow only where $\lVert W \rVert \cdot \max \sigma' > 1$ at each layer`,
    why: raw`The order and the transpose matter; and with a sigmoid, whose largest slope is 0.25, growth needs a norm above 4.`,
  },
  {
    id: "clipping-norm",
    section: "6.7",
    example: 41,
    printed: raw`norm $16.5$; clipped $[[-1.58, 0.94], [2.64, -3.76]]$`,
    right: raw`Frobenius norm $16.31$; clipped $[[-1.594, 0.950], [2.667, -3.801]]$, whose norm is 5`,
    numbers: [
      [16.5, 16.3126],
      [-1.58, -1.59386],
      [0.94, 0.950187],
      [2.64, 2.66665],
      [-3.76, -3.80075],
    ],
    why: "The square root was rounded upward, so that the clipped gradient is shorter than the threshold.",
  },
] as const satisfies readonly Erratum[];

export type ErratumId = (typeof table)[number]["id"];

export const errata: readonly (Erratum & { id: ErratumId })[] = table;
