/** The skills that exercises name, each with those it rests on. The graph is acyclic; a test holds it to that. */

interface Skill {
  name: string;
  /** One line that says what somebody with this skill can do. */
  says: string;
  needs: readonly string[];
}

const table = {
  "matrix-shapes": { name: "Shapes of products", says: "Tell whether a product exists, and its shape.", needs: [] },
  "matrix-vector": {
    name: "Matrix times vector",
    says: "Compute Wx row by row.",
    needs: ["matrix-shapes"],
  },
  "linear-layers": {
    name: "Linear layers",
    says: "Compute the pre-activation Wx + b of a layer.",
    needs: ["matrix-vector"],
  },
  eigenvalues: {
    name: "Eigenvalues and eigenvectors",
    says: "Find the eigenvalues and eigenvectors of a 2 × 2 matrix.",
    needs: ["matrix-vector"],
  },
  derivatives: { name: "Derivatives", says: "Differentiate a polynomial in one variable.", needs: [] },
  "partial-derivatives": {
    name: "Partial derivatives",
    says: "Differentiate by one variable while the others are held fixed.",
    needs: ["derivatives"],
  },
  "chain-rule": { name: "The chain rule", says: "Differentiate a function of a function.", needs: ["derivatives"] },
  "gradient-descent": {
    name: "Gradient descent",
    says: "Take steps against the gradient.",
    needs: ["derivatives"],
  },
  "conditional-probability": {
    name: "Conditional probability",
    says: "Tell P(A given B) from P(B given A) and from P(A and B).",
    needs: [],
  },
  "total-probability": {
    name: "Total probability",
    says: "Add up an event over the cases it can happen in.",
    needs: ["conditional-probability"],
  },
  bayes: {
    name: "Bayes’ theorem",
    says: "Turn a prior and likelihoods into a posterior.",
    needs: ["total-probability"],
  },
  logarithms: { name: "Logarithms", says: "Use logarithms and their rules.", needs: [] },
  "log-space": {
    name: "Computing in log space",
    says: "Tell when a product underflows, and sum logarithms instead.",
    needs: ["logarithms"],
  },
  "cross-entropy": {
    name: "Cross-entropy",
    says: "Compute the loss of predicted probabilities.",
    needs: ["logarithms"],
  },
  sigmoid: { name: "The sigmoid", says: "Compute σ(x) and its derivative.", needs: ["derivatives"] },
  softmax: { name: "Softmax", says: "Turn logits into probabilities.", needs: [] },
  "choosing-activations": {
    name: "Choosing activations",
    says: "Choose the activation of a layer by what it has to give.",
    needs: ["sigmoid", "softmax"],
  },
  "loss-gradients": {
    name: "Gradients of a loss",
    says: "Differentiate the squared error by a weight.",
    needs: ["chain-rule"],
  },
  "backprop-neuron": {
    name: "Backpropagation through one neuron",
    says: "Carry the gradient from the loss to weight and bias.",
    needs: ["loss-gradients", "sigmoid"],
  },
  "backprop-layers": {
    name: "Backpropagation through layers",
    says: "Carry deltas back through weight matrices.",
    needs: ["backprop-neuron", "linear-layers"],
  },
  "backprop-softmax": {
    name: "Softmax with cross-entropy",
    says: "Use that the gradient by the logits is a − y.",
    needs: ["softmax", "cross-entropy", "loss-gradients"],
  },
} as const satisfies Record<string, Skill>;

export type SkillId = keyof typeof table;

export const skills: Readonly<Record<SkillId, Skill>> = table;
