import "server-only";
import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for each other: 31 of them, so that each is 4.95 bits. */
const signs = "23456789abcdefghjkmnpqrstuvwxyz";

/** A random code that can be copied by hand. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => signs.charAt(randomInt(signs.length))).join("");
