/**
 * The normal distribution $\mathcal{N}(\mu, \sigma^2)$, to the last digits in both tails. Source: tutorial §3.4.
 *
 * With $\varphi$ the standard density and $z = (x-\mu)/\sigma$: near the centre $\Phi(z) - \frac12$ is a power series of
 * positive terms; in a tail the probability beyond z is a continued fraction of positive terms. Neither cancels, and z
 * carries its rounding error along. Domain: $\sigma > 0$, otherwise NaN. The parameter `sd` is σ, not σ².
 * Source of the formulas: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), chapter 26.2.
 */
import { differenceOver, type Exactly, twoProduct, twoSum } from "./error-free.ts";

/** $\frac{1}{\sigma\sqrt{2\pi}} e^{-(x-\mu)^2/(2\sigma^2)}$. Tested to 3 ulp for $|z| \le 37$. Source: tutorial §3.4. */
export function normalPdf(x: number, mean = 0, sd = 1): number {
  return sd > 0 ? density(differenceOver(x, mean, sd)) / sd : Number.NaN;
}

/** $P(X \le x) = \Phi(z)$. Tested to 6 ulp for $-37 \le z$, the lower tail included. Source: tutorial §3.4, Example 18. */
export function normalCdf(x: number, mean = 0, sd = 1): number {
  if (!(sd > 0)) return Number.NaN;
  return below(differenceOver(x, mean, sd));
}

/** $P(X > x) = 1 - \Phi(z)$, without the cancellation of that difference. Tested to 6 ulp for $z \le 37$. */
export function normalUpperTail(x: number, mean = 0, sd = 1): number {
  if (!(sd > 0)) return Number.NaN;
  return below(differenceOver(mean, x, sd));
}

/**
 * $P(a < X < b)$; 0 where $b \le a$; a and b may be infinite. Tested to 6 ulp for $|z| \le 37$, in the tails and for
 * narrow intervals, where the two probabilities to subtract agree in most of their digits.
 * Source: tutorial §3.4, Example 18.
 */
export function normalInterval(a: number, b: number, mean = 0, sd = 1): number {
  if (!(sd > 0) || Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
  if (b <= a) return 0;
  const za = differenceOver(a, mean, sd);
  const zb = differenceOver(b, mean, sd);
  if (za.value > 0) return normalInterval(-b, -a, -mean, sd); // by symmetry: the lower tail is the small one
  const width = differenceOver(b, a, sd).value;
  if (width * Math.max(1, Math.abs(za.value)) < 1) {
    const twice = twoSum(za.value, zb.value);
    return narrow({ value: twice.value / 2, error: (twice.error + za.error + zb.error) / 2 }, width);
  }
  if (zb.value <= 0) return below(zb) - below(za);
  return central(zb) + central({ value: -za.value, error: -za.error });
}

/**
 * The z with $\Phi(z) = p$, mapped to $\mu + \sigma z$. Domain: $0 \le p \le 1$, with $\mp\infty$ at the ends; NaN outside.
 *
 * An approximation to three digits (26.2.23), then Halley's method on Φ; tested to 6 ulp for $p \ge 10^{-300}$ and μ = 0.
 */
export function normalQuantile(p: number, mean = 0, sd = 1): number {
  if (!(sd > 0) || !(p >= 0 && p <= 1)) return Number.NaN;
  if (p > 0.5) return mean - sd * normalQuantile(1 - p); // exact: 1 − p loses nothing above a half
  if (p === 0) return Number.NEGATIVE_INFINITY;
  const t = Math.sqrt(-2 * Math.log(p));
  let z = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let i = 0; i < 4; i++) {
    const exactly = { value: z, error: 0 };
    const excess = z < -CENTRE ? below(exactly) - p : central(exactly) - (p - 0.5);
    const newton = excess / density(exactly);
    z -= newton / (1 + (z * newton) / 2);
  }
  return mean + sd * z;
}

/** Up to this |z| the series converges quickly and $\frac12 - \varphi \cdot$ series still keeps its digits. */
const CENTRE = 1;

/** $\varphi(z) = e^{-z^2/2}/\sqrt{2\pi}$. The error of z² is put back: in the tail it is hundreds of units of the result. */
function density({ value, error }: Exactly): number {
  if (Math.abs(value) > 39) return 0; // below half the smallest number
  const square = twoProduct(value, value);
  return (Math.exp(-square.value / 2) / Math.sqrt(2 * Math.PI)) * (1 - square.error / 2 - value * error);
}

/** $\Phi(z)$. */
function below(z: Exactly): number {
  if (z.value > CENTRE) return 1 - below({ value: -z.value, error: -z.error });
  return z.value < -CENTRE ? lowerTail(z) : 0.5 + central(z);
}

/** $\Phi(z) = \varphi(z) / (t + 1/(t + 2/(t + 3/(t + \dots))))$ for $t = -z > 0$ (26.2.14). */
function lowerTail(z: Exactly): number {
  const t = -z.value;
  if (t === Number.POSITIVE_INFINITY) return 0;
  let fraction = t;
  for (let k = Math.ceil(20 + 440 / t ** 2); k >= 1; k--) fraction = t + k / fraction;
  return density({ value: z.value, error: 0 }) * (1 / fraction + z.error);
}

/** $\Phi(z) - \frac12 = \varphi(z) \sum_n z^{2n+1} / (1 \cdot 3 \cdots (2n+1))$ (26.2.11); beyond the centre by the tail. */
function central(z: Exactly): number {
  const x = z.value;
  if (Math.abs(x) > CENTRE) return Math.sign(x) * (0.5 - lowerTail(x > 0 ? { value: -x, error: -z.error } : z));
  let term = x;
  let series = 0;
  for (let n = 1; series + term !== series; n++) {
    series += term;
    term *= x ** 2 / (2 * n + 1);
  }
  return density({ value: x, error: 0 }) * (series + z.error);
}

/**
 * $\int_{m-h}^{m+h} \varphi = 2h\,\varphi(m) \sum_k He_{2k}(m) \frac{h^{2k}}{(2k+1)!}$, the Taylor series about the middle:
 * $\varphi^{(2k)} = He_{2k}\varphi$, and the odd derivatives cancel. For $2h \cdot \max(1, |m|) < 1$ it converges at once.
 */
function narrow(middle: Exactly, width: number): number {
  const m = middle.value;
  const h = width / 2;
  let [before, hermite] = [0, 1]; // He_{-1} and He_0, each times h^n
  let series = 0;
  let factorial = 1;
  for (let n = 0; n <= 24; n++) {
    factorial *= n + 1;
    if (n % 2 === 0) series += hermite / factorial;
    [before, hermite] = [hermite, h * (m * hermite - n * h * before)];
  }
  return width * density(middle) * series;
}
