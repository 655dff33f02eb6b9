import "server-only";
import { mailSettings } from "#lib/env.ts";

/** Whether this site sends mail. */
export const sendsMail = (): boolean => mailSettings() !== undefined;
