/** Runs a command of the project as a person would, and keeps what it prints. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Node with these arguments, by default in the project's folder; `env` adds to the environment. */
export function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = root): Promise<Ran> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, DATABASE_URL: "", ...env } });
  const ran: Ran = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (part: Buffer) => {
    ran.stdout += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    ran.stderr += part.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...ran, code }));
  });
}

/** A tool that vite runs, such as cli/exercise.ts. */
export const runTool = (tool: string, ...args: string[]): Promise<Ran> => run(["cli/run.mjs", tool, ...args]);
