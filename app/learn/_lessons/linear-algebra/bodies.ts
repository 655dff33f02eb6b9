import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { CosineSimilarity } from "./cosine-similarity.tsx";
import { Covariance } from "./covariance.tsx";
import { DataMatrix } from "./data-matrix.tsx";
import { DotProduct } from "./dot-product.tsx";
import { Eigenvalues } from "./eigenvalues.tsx";
import { Inverse } from "./inverse.tsx";
import { LinearLayer } from "./linear-layer.tsx";
import { MatrixProduct } from "./matrix-product.tsx";
import { Norm } from "./norm.tsx";
import { NormalEquation } from "./normal-equation.tsx";
import { Transpose } from "./transpose.tsx";
import { Vectors } from "./vectors.tsx";

export const linearAlgebra: Bodies<"linear-algebra"> = {
  vectors: Vectors,
  "dot-product": DotProduct,
  norm: Norm,
  "cosine-similarity": CosineSimilarity,
  "data-matrix": DataMatrix,
  "matrix-product": MatrixProduct,
  "linear-layer": LinearLayer,
  transpose: Transpose,
  covariance: Covariance,
  inverse: Inverse,
  "normal-equation": NormalEquation,
  eigenvalues: Eigenvalues,
};
