import { schedule } from "node-cron";
import { deleteEndedAccounts } from "#service/usecases/account/delete-ended-accounts.ts";
import { forgetPushes } from "#service/usecases/forget-pushes.ts";
import { sweepImports } from "#service/usecases/import/sweep-imports.ts";
import type { Services } from "#service/usecases/services.ts";
import { sweepEvidence } from "#service/usecases/sweep-evidence.ts";

export interface Jobs {
  /** No job begins any more, and the ones under way are done. */
  stop(): Promise<void>;
}

interface Job {
  readonly name: string;
  /** At night, when nobody waits for the store; office time. */
  readonly at: string;
  /** @returns how much there was to do, where it can tell. */
  readonly run: (services: Services) => Promise<number>;
}

const JOBS: readonly Job[] = [
  { name: "delete-ended-accounts", at: "10 3 * * *", run: deleteEndedAccounts },
  { name: "forget-pushes", at: "20 3 * * *", run: forgetPushes },
  { name: "sweep-evidence", at: "30 3 * * *", run: sweepEvidence },
  { name: "sweep-imports", at: "40 3 * * *", run: sweepImports },
];

/**
 * Each job is a sweep that finds by itself what is due, so a missed run is caught up by running once at start. A failed
 * run is logged and tried again the next night.
 */
export async function startJobs(services: Services, log: (line: string) => void): Promise<Jobs> {
  const underWay = new Set<Promise<void>>();
  const run = (job: Job): Promise<void> => {
    const running = runJob(job, services, log).finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  const tasks = JOBS.map((job) =>
    schedule(job.at, () => run(job), { timezone: "Asia/Shanghai", noOverlap: true, name: job.name, unref: true }),
  );
  for (const job of JOBS) await run(job);
  return {
    async stop() {
      await Promise.all(tasks.map(async (task) => task.destroy()));
      await Promise.all(underWay);
    },
  };
}

async function runJob(job: Job, services: Services, log: (line: string) => void): Promise<void> {
  try {
    const done = await job.run(services);
    if (done > 0) log(JSON.stringify({ job: job.name, done }));
  } catch (error) {
    // Its kind only: a message may quote records (A12).
    log(JSON.stringify({ job: job.name, failed: error instanceof Error ? error.name : typeof error }));
  }
}
