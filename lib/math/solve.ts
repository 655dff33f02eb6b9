/** Linear systems and least squares. Source: tutorial §1.3. */
import { householderSolver } from "./householder.ts";
import { luSolver } from "./lu.ts";
import { identity, type Matrix, shapeOf, transpose } from "./matrix.ts";
import { dot, type Vector } from "./vector.ts";

/**
 * The x with $Ax = b$, by LU decomposition with partial pivoting; "singular" where there is none or more than one.
 *
 * Shapes: $n \times n, n \to n$. Throws RangeError for other shapes. For the test of singularity see lu.ts.
 * Two steps of iterative refinement with residuals in twice the precision make the error independent of the condition
 * of A, up to about $10^{12}$: tested to 1 ulp of the largest entry, also for Hilbert matrices up to 8 × 8.
 * Source: Golub & Van Loan, Matrix Computations, §3.5.3.
 */
export function solve(a: Matrix, b: Vector): number[] | "singular" {
  const [n] = shapeOf(a);
  if (b.length !== n) throw new RangeError(`solve: ${n} rows and a right-hand side of ${b.length}`);
  const solver = luSolver(a);
  return solver === "singular" ? solver : refined(a, b, solver);
}

/** $A^{-1}$, column by column, or "singular". Shape: $n \times n$. Errors: as `solve`.
 * Tested to 1 ulp of the largest entry, as `solve`. */
export function inverse(a: Matrix): number[][] | "singular" {
  const [n] = shapeOf(a);
  const solver = luSolver(a);
  return solver === "singular" ? solver : transpose(identity(n).map((column) => refined(a, column, solver)));
}

/**
 * The $\theta$ that minimises $\lVert A\theta - b \rVert_2$, by Householder's QR decomposition: the normal equation
 * $\theta = (A^\top A)^{-1} A^\top b$ (tutorial §1.3, Example 7) has the same solution, but squares the condition of A.
 *
 * "rank-deficient" where the columns of A are dependent, so that there is no single minimiser; see householder.ts.
 * Shapes: $m \times n, m \to n$. Throws RangeError for other shapes.
 * Tested to 128 ulp of the largest entry, for conditions up to $10^6$.
 */
export function leastSquares(a: Matrix, b: Vector): number[] | "rank-deficient" {
  const [m] = shapeOf(a);
  if (b.length !== m) throw new RangeError(`leastSquares: ${m} rows and a right-hand side of ${b.length}`);
  const solver = householderSolver(a);
  return solver === "rank-deficient" ? solver : refined(a, b, solver);
}

/** The solver's own answer, then twice corrected by what it makes of the residual $b - Ax$. */
function refined(a: Matrix, b: Vector, solver: (b: Vector) => number[]): number[] {
  let x = solver(b);
  for (let i = 0; i < 2; i++) {
    const residual = a.map((row, j) => dot([b[j]!, ...row], [1, ...x.map((xi) => -xi)]));
    const correction = solver(residual);
    x = x.map((xj, j) => xj + correction[j]! + 0);
  }
  return x;
}
