/** The topics in the order of the course; a folder of exercises/ is one. */
export const topics = [
  {
    id: "linear-algebra",
    name: "Linear algebra",
    section: "1",
    says: "Vectors, matrices, and the layers made of them.",
  },
  { id: "calculus", name: "Calculus", section: "2", says: "Derivatives, gradients, and walking downhill." },
  { id: "probability", name: "Probability", section: "3", says: "Conditional probability, Bayes, and expectations." },
  { id: "logarithms", name: "Logarithms", section: "4", says: "Log space, likelihoods, and cross-entropy." },
  { id: "activations", name: "Activation functions", section: "5", says: "Sigmoid, ReLU, softmax, and their slopes." },
  { id: "backpropagation", name: "Backpropagation", section: "6", says: "The chain rule, carried through networks." },
] as const;

export type TopicId = (typeof topics)[number]["id"];
