/** The skills that exercises name, each with those it rests on. The graph is acyclic; a test holds it to that. */
import type { TopicId } from "./topics.ts";

interface Skill {
  topic: TopicId;
  name: string;
  /** One line that says what somebody with this skill can do. */
  says: string;
  needs: readonly string[];
}

// biome-ignore format: a table
const table = {
  // Linear algebra
  vectors: { topic: "linear-algebra", name: "Vectors", says: "Read a vector, add vectors and scale them.", needs: [] },
  "dot-products": { topic: "linear-algebra", name: "Dot products", says: "Multiply two vectors entry by entry and add up.", needs: ["vectors"] },
  norms: { topic: "linear-algebra", name: "Norms", says: "Find the length of a vector and scale it to length 1.", needs: ["dot-products"] },
  similarity: { topic: "linear-algebra", name: "Cosine similarity", says: "Compare directions by the cosine of the angle between vectors.", needs: ["norms"] },
  "data-matrices": { topic: "linear-algebra", name: "Data as a matrix", says: "Read samples as rows and features as columns.", needs: ["vectors"] },
  standardizing: { topic: "linear-algebra", name: "Standardizing", says: "Bring every feature to mean 0 and standard deviation 1.", needs: ["data-matrices"] },
  "matrix-shapes": { topic: "linear-algebra", name: "Shapes of products", says: "Tell whether a product exists, and its shape.", needs: ["data-matrices"] },
  "matrix-vector": { topic: "linear-algebra", name: "Matrix times vector", says: "Compute Wx row by row.", needs: ["dot-products", "matrix-shapes"] },
  "matrix-products": { topic: "linear-algebra", name: "Matrix products", says: "Compute AB, entry by entry and whole.", needs: ["matrix-vector"] },
  transposes: { topic: "linear-algebra", name: "Transposes", says: "Flip rows and columns, also of a product.", needs: ["matrix-products"] },
  "linear-layers": { topic: "linear-algebra", name: "Linear layers", says: "Compute the pre-activation Wx + b of a layer.", needs: ["matrix-vector"] },
  "batch-layers": { topic: "linear-algebra", name: "Layers over a batch", says: "Send a whole batch through a layer as XW + b.", needs: ["linear-layers", "matrix-products"] },
  covariance: { topic: "linear-algebra", name: "Covariance", says: "Centre the columns of a data matrix and find their covariances.", needs: ["standardizing", "transposes"] },
  inverses: { topic: "linear-algebra", name: "Inverses", says: "Invert a 2 × 2 matrix, and tell when there is no inverse.", needs: ["matrix-products"] },
  "linear-systems": { topic: "linear-algebra", name: "Linear systems", says: "Solve Ax = b.", needs: ["inverses"] },
  "least-squares": { topic: "linear-algebra", name: "Least squares", says: "Fit a line by the normal equation, and find its residuals.", needs: ["linear-systems", "transposes"] },
  eigenvalues: { topic: "linear-algebra", name: "Eigenvalues and eigenvectors", says: "Find the eigenvalues and eigenvectors of a 2 × 2 matrix.", needs: ["linear-systems"] },
  // Calculus
  "difference-quotients": { topic: "calculus", name: "Difference quotients", says: "Approximate a slope, and say how far off it is.", needs: [] },
  derivatives: { topic: "calculus", name: "Derivatives", says: "Differentiate powers, sums and polynomials.", needs: ["difference-quotients"] },
  "exp-log-derivatives": { topic: "calculus", name: "Derivatives of exp and ln", says: "Differentiate exponentials and logarithms.", needs: ["derivatives"] },
  "product-quotient-rules": { topic: "calculus", name: "Product and quotient rules", says: "Differentiate products and quotients.", needs: ["derivatives"] },
  "chain-rule": { topic: "calculus", name: "The chain rule", says: "Differentiate a function of a function.", needs: ["derivatives"] },
  "partial-derivatives": { topic: "calculus", name: "Partial derivatives", says: "Differentiate by one variable while the others are held fixed.", needs: ["derivatives"] },
  gradients: { topic: "calculus", name: "Gradients", says: "Collect the partial derivatives at a point.", needs: ["partial-derivatives", "vectors"] },
  directions: { topic: "calculus", name: "Directions of change", says: "Find the steepest direction, and the slope in any other.", needs: ["gradients", "norms"] },
  "multivariable-chain": { topic: "calculus", name: "The chain rule over several paths", says: "Add up what reaches the output along every path.", needs: ["chain-rule", "partial-derivatives"] },
  "second-derivatives": { topic: "calculus", name: "Second derivatives", says: "Find the Hessian, and tell whether a function is convex.", needs: ["gradients", "eigenvalues"] },
  minima: { topic: "calculus", name: "Minima", says: "Find where a quadratic is least, and how small it gets.", needs: ["derivatives"] },
  "gradient-descent": { topic: "calculus", name: "Gradient descent", says: "Take steps against the gradient.", needs: ["gradients", "minima"] },
  "learning-rates": { topic: "calculus", name: "Learning rates", says: "Tell which rates converge, oscillate or diverge.", needs: ["gradient-descent"] },
  "loss-gradients": { topic: "calculus", name: "Gradients of a loss", says: "Differentiate the squared error by a weight.", needs: ["chain-rule", "partial-derivatives"] },
  "regression-training": { topic: "calculus", name: "Training a regression", says: "Find the gradient over a batch and take a step with it.", needs: ["loss-gradients", "gradient-descent"] },
  // Probability
  "probability-rules": { topic: "probability", name: "Rules of probability", says: "Find probabilities of complements and unions, and tell impossible figures.", needs: [] },
  "joint-probability": { topic: "probability", name: "Joint probability", says: "Find P(A and B), and tell whether A and B are independent.", needs: ["probability-rules"] },
  "conditional-probability": { topic: "probability", name: "Conditional probability", says: "Tell P(A given B) from P(B given A) and from P(A and B).", needs: ["joint-probability"] },
  "total-probability": { topic: "probability", name: "Total probability", says: "Add up an event over the cases it can happen in.", needs: ["conditional-probability"] },
  bayes: { topic: "probability", name: "Bayes’ theorem", says: "Turn a prior and likelihoods into a posterior.", needs: ["total-probability"] },
  "bayes-updates": { topic: "probability", name: "Repeated updates", says: "Use each posterior as the next prior, over several classes or findings.", needs: ["bayes"] },
  expectation: { topic: "probability", name: "Expected value", says: "Weigh outcomes by their probabilities.", needs: ["probability-rules"] },
  variance: { topic: "probability", name: "Variance", says: "Measure the spread around the mean.", needs: ["expectation"] },
  "bernoulli-binomial": { topic: "probability", name: "Bernoulli and binomial", says: "Describe one yes-or-no trial, and the count over many.", needs: ["variance"] },
  likelihood: { topic: "probability", name: "Maximum likelihood", says: "Estimate a probability from counts.", needs: ["bernoulli-binomial"] },
  "normal-distribution": { topic: "probability", name: "The normal distribution", says: "Find densities, z-scores and probabilities of intervals.", needs: ["variance"] },
  "error-measures": { topic: "probability", name: "Measures of error", says: "Compute mean squared error, precision and recall.", needs: ["expectation"] },
  // Logarithms
  logarithms: { topic: "logarithms", name: "Logarithms", says: "Find logarithms, change their base, and undo them.", needs: [] },
  "log-rules": { topic: "logarithms", name: "Rules of logarithms", says: "Turn products into sums and powers into factors, and back.", needs: ["logarithms"] },
  "log-space": { topic: "logarithms", name: "Computing in log space", says: "Tell when a product underflows, and sum logarithms instead.", needs: ["log-rules"] },
  "cross-entropy": { topic: "logarithms", name: "Cross-entropy", says: "Compute the loss of predicted probabilities.", needs: ["logarithms", "expectation"] },
  entropy: { topic: "logarithms", name: "Entropy and divergence", says: "Measure uncertainty, and how far one distribution is from another.", needs: ["cross-entropy"] },
  "log-scales": { topic: "logarithms", name: "Logarithmic scales", says: "Transform skewed data, and read predictions back from log space.", needs: ["log-rules"] },
  "log-odds": { topic: "logarithms", name: "Log-odds", says: "Go from probability to log-odds and back.", needs: ["logarithms", "probability-rules"] },
  // Activations
  "linear-collapse": { topic: "activations", name: "Why layers need activations", says: "Merge affine layers into one.", needs: ["linear-layers", "matrix-products"] },
  sigmoid: { topic: "activations", name: "The sigmoid", says: "Compute σ(x) and its derivative.", needs: ["derivatives", "logarithms"] },
  tanh: { topic: "activations", name: "The hyperbolic tangent", says: "Compute tanh(x) and its derivative.", needs: ["sigmoid"] },
  relu: { topic: "activations", name: "ReLU and leaky ReLU", says: "Compute them and their derivatives.", needs: ["linear-layers", "derivatives"] },
  softmax: { topic: "activations", name: "Softmax", says: "Turn logits into probabilities.", needs: ["vectors", "logarithms"] },
  "softmax-properties": { topic: "activations", name: "How softmax behaves", says: "Use shifts, temperatures and its Jacobian.", needs: ["softmax", "sigmoid", "partial-derivatives"] },
  "choosing-activations": { topic: "activations", name: "Choosing activations", says: "Choose the activation of a layer by what it has to give.", needs: ["tanh", "relu", "softmax"] },
  // Backpropagation
  "computation-graphs": { topic: "backpropagation", name: "Computation graphs", says: "Send values forward and gradients backward through a graph.", needs: ["multivariable-chain"] },
  "backprop-neuron": { topic: "backpropagation", name: "Backpropagation through one neuron", says: "Carry the gradient from the loss to weight and bias.", needs: ["loss-gradients", "sigmoid", "computation-graphs"] },
  "backprop-layers": { topic: "backpropagation", name: "Backpropagation through layers", says: "Carry deltas back through weight matrices.", needs: ["backprop-neuron", "linear-layers", "transposes"] },
  "backprop-relu": { topic: "backpropagation", name: "Backpropagation through ReLU", says: "Let gradients pass where the unit is live.", needs: ["backprop-layers", "relu"] },
  "backprop-softmax": { topic: "backpropagation", name: "Softmax with cross-entropy", says: "Use that the gradient by the logits is a − y.", needs: ["softmax", "cross-entropy", "loss-gradients"] },
  "backprop-batches": { topic: "backpropagation", name: "Mini-batches", says: "Average gradients over a batch and take one step.", needs: ["backprop-layers", "regression-training"] },
  "gradient-flow": { topic: "backpropagation", name: "Vanishing and exploding gradients", says: "Follow a gradient through many layers, and name the remedy.", needs: ["backprop-layers", "choosing-activations"] },
  "gradient-clipping": { topic: "backpropagation", name: "Gradient clipping", says: "Scale a gradient back to a largest norm.", needs: ["norms", "gradients"] },
  "gradient-checking": { topic: "backpropagation", name: "Gradient checking and cost", says: "Check gradients by differences, and count what both ways cost.", needs: ["backprop-layers"] },
} as const satisfies Record<string, Skill>;

export type SkillId = keyof typeof table;

export const skills: Readonly<Record<SkillId, Skill>> = table;
