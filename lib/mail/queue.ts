/**
 * The queue of what is to be sent, kept by pg-boss in the database (schema pgboss), which all servers share. Of pg-boss we
 * use the storage, retries, dead letters and throttling; the loop is ours, since its own workers take one job a poll.
 */
import "server-only";
import PgBoss from "pg-boss";
import { z } from "zod";
import { execute } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";

/** What the jobs are about; each has the id of what it is to do. */
export interface Work {
  /** Finds what there is to do. Called by one server at a time. */
  find(): Promise<readonly string[]>;
  /** Does it; what throws is tried again later. */
  carryOut(id: string): Promise<void>;
  /** Is told of what was tried too often. */
  giveUp(id: string): Promise<void>;
}

export interface Pace {
  /** How often this server looks for jobs, in ms. */
  poll: number;
  /** How often all servers together look for what there is to do, in seconds. */
  find: number;
  /** The wait after the first failure, in seconds; each further one doubles it. */
  retryDelay: number;
  retryLimit: number;
}

/** Twelve tries are two to three days. */
export const usualPace: Pace = { poll: 10_000, find: 300, retryDelay: 30, retryLimit: 12 };

export interface Queue {
  /** Ends when the job at hand is done. */
  stop(): Promise<void>;
}

const finding = "notices-find";
const sending = "notices-send";
const dead = "notices-dead";

/** Sets the queue up where it is not yet, and works on it until it is stopped. */
export async function openQueue(work: Work, pace: Pace): Promise<Queue> {
  const boss = new PgBoss({ db: { executeSql: execute }, schedule: false });
  boss.on("error", (error) => log().error({ err: error }, "the queue of mails has trouble"));
  await boss.start();
  const retries = { retryDelay: pace.retryDelay, retryLimit: pace.retryLimit, retryBackoff: true };
  // Whoever dies over a job leaves it to the others after so long; sending gives up sooner.
  const expires = { expireInSeconds: 120 };
  await makeQueue(boss, { name: dead, ...expires });
  await makeQueue(boss, { name: finding, ...expires, retryLimit: 0 });
  await makeQueue(boss, { name: sending, ...expires, ...retries, deadLetter: dead });
  const stopping = new AbortController();
  const loop = run(boss, work, pace, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await loop;
      await boss.stop({ graceful: false });
    },
  };
}

/** An earlier version may have made it with other options. */
async function makeQueue(boss: PgBoss, queue: PgBoss.Queue): Promise<void> {
  await boss.createQueue(queue.name, queue);
  await boss.updateQueue(queue.name, queue);
}

async function run(boss: PgBoss, work: Work, pace: Pace, stopping: AbortSignal): Promise<void> {
  const find = async () => {
    const ids = await work.find();
    // A job has the id of its notice, so that one which is there already is not there twice.
    if (ids.length > 0) await boss.insert(ids.map((id) => ({ id, name: sending, data: { id } })));
  };
  while (!stopping.aborted) {
    try {
      await boss.send(finding, {}, { singletonKey: "all", singletonSeconds: pace.find });
      await drain(boss, finding, find, stopping);
      await drain(boss, sending, ({ id }) => work.carryOut(idSchema.parse(id)), stopping);
      await drain(boss, dead, ({ id }) => work.giveUp(idSchema.parse(id)), stopping);
    } catch (error) {
      log().error({ err: error }, "the queue of mails could not be read; it is tried again");
    }
    await sleep(pace.poll, stopping);
  }
}

const idSchema = z.uuid();

/** Does one job after the other until there is none, or one fails: the next would hardly fare better at once. */
async function drain(
  boss: PgBoss,
  name: string,
  handle: (data: { id?: string }) => Promise<void>,
  stopping: AbortSignal,
): Promise<void> {
  while (!stopping.aborted) {
    const [job] = await boss.fetch<{ id?: string }>(name);
    if (!job) return;
    try {
      await handle(job.data);
    } catch (error) {
      log().warn({ job: job.id, queue: name, reason: reasonOf(error) }, "a job of the mails failed");
      await boss.fail(name, job.id, { reason: reasonOf(error) });
      return;
    }
    await boss.complete(name, job.id);
  }
}

/** What an SMTP server answers may hold an address; its code does not. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const parts = ["code", "command", "responseCode"].map((key): unknown => Reflect.get(error, key));
  const known = parts.filter((part) => part !== undefined);
  return known.length > 0 ? known.join(" ") : `${error.name}: ${error.message}`;
}

async function sleep(ms: number, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    stopping.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping.removeEventListener("abort", done);
      resolve();
    }
  });
}
