/** Complex arithmetic, as far as the complex-step derivative in the autodiff tests needs it. */
export type Complex = { readonly re: number; readonly im: number };

const of = (re: number): Complex => ({ re, im: 0 });
const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const mul = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });
const exp = (a: Complex): Complex => ({ re: Math.exp(a.re) * Math.cos(a.im), im: Math.exp(a.re) * Math.sin(a.im) });
const log = (a: Complex): Complex => ({ re: Math.log(Math.hypot(a.re, a.im)), im: Math.atan2(a.im, a.re) });

/** a / b. With im around 1e-100 nothing here underflows before it no longer matters. */
const div = (a: Complex, b: Complex): Complex => {
  const size = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
};

/** By the addition theorem, with sinh and cosh of the real part: 1 - tanh² would cancel. */
const tanh = (a: Complex): Complex => {
  const size = Math.cosh(a.re) ** 2;
  return { re: Math.tanh(a.re), im: Math.tan(a.im) / size };
};

const sigmoid = (a: Complex): Complex => {
  const half = tanh({ re: a.re / 2, im: a.im / 2 });
  return { re: 1 / (1 + Math.exp(-a.re)), im: half.im / 2 };
};

export const complex = { of, add, mul, div, exp, log, tanh, sigmoid };
