// The types of the plain-JavaScript modules of this folder, which tsconfig.json leaves out (no allowJs).

declare module "#cli/expected.mjs" {
  export type ExpectedKind =
    | "environment"
    | "locked"
    | "unwritable"
    | "version"
    | "corrupt"
    | "unreachable"
    | "migration"
    | "usage";
  export class ExpectedError extends Error {
    constructor(kind: ExpectedKind, message: string, cause?: unknown);
    readonly kind: ExpectedKind;
  }
  export function isExpected(error: unknown): error is ExpectedError;
}

declare module "#cli/lock.mjs" {
  export type Owner = { pid: number; command: string };
  export type Lock = { release: () => Promise<void> };
  export function acquireLock(folder: string, platform?: NodeJS.Platform): Promise<Lock>;
  export function lockOwner(folder: string, platform?: NodeJS.Platform): Promise<Owner | undefined>;
  export function lockedError(folder: string, owner: Owner): Error;
}

declare module "#cli/secrets.mjs" {
  export type Secrets = { AUTH_SECRET: string; GUEST_SECRET: string; NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: string };
  export function loadSecrets(dataDir: string, env: Record<string, string | undefined>): Secrets;
}

declare module "#cli/generate.mjs" {
  export function generateClient(): boolean;
}

declare module "#cli/node.mjs" {
  export function nodeProblem(version: string): string;
}

declare module "#cli/settings.mjs" {
  export type Settings = { port: number; host: string | undefined; dataDir: string; databaseUrl: string | undefined };
  export function readSettings(env: Record<string, string | undefined>): Settings;
}

declare module "#cli/dependencies.mjs" {
  type Package = { version?: string; optional?: boolean; os?: string[]; cpu?: string[]; link?: boolean };
  export function isStale(
    locked: Record<string, Package>,
    found: Record<string, Package>,
    machine: { platform: string; arch: string },
  ): boolean;
  export function causeOf(output: string): string;
}

declare module "#cli/build.mjs" {
  type Stamp = { sources: string; node: string; key: string };
  export const sources: string[];
  export function digestOfSources(folder: string): string;
  export function whyStale(
    built: Stamp | undefined,
    now: Omit<Stamp, "key">,
    key: string | undefined,
  ): string | undefined;
}

declare module "#cli/chromium.mjs" {
  export const chromiumArgs: string[];
  export function findChromium(): string | undefined;
}

declare module "#cli/counts.mjs" {
  export type Count = { passed: number; failed: number };
  export function countVitest(file: string): Count;
  export function countPlaywright(file: string): Count;
}
