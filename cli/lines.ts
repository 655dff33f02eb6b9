/** Lines out of a stream of bytes. Only a line feed ends one: JSON may hold every other character that looks like it. */

const lineFeed = 10;

/** Takes chunks and gives the lines that are complete; undefined stands for one that is longer than it may be. */
export class Lines {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly longest: number) {}

  /** The lines that end in this chunk. */
  take(chunk: Buffer): (string | undefined)[] {
    const lines: (string | undefined)[] = [];
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      this.keep(chunk.subarray(from, at));
      lines.push(this.line());
      from = at + 1;
    }
    this.keep(chunk.subarray(from));
    return lines;
  }

  /** What stands behind the last line feed, if anything does. */
  rest(): (string | undefined)[] {
    return this.length > 0 ? [this.line()] : [];
  }

  private keep(part: Buffer): void {
    this.length += part.length;
    if (this.length > this.longest) this.parts = [];
    else this.parts.push(part);
  }

  private line(): string | undefined {
    const text = this.length > this.longest ? undefined : Buffer.concat(this.parts).toString();
    this.parts = [];
    this.length = 0;
    return text;
  }
}
