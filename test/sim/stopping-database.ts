/**
 * A database whose process stops at a step of one's choosing: before a transaction is kept, or
 * after it was kept but before anybody learns so. From then on nothing works until it is started
 * again.
 */
import { Database, type Db, type Transaction } from "../../src/store/db.ts";

export class Stopped extends Error {}

/** Whether the process stops at this step, and on which side of the commit. */
export type StopsAt = (step: number) => "before" | "after" | undefined;

export class StoppingDatabase extends Database {
  steps = 0;
  isStopped = false;
  stopsAt: StopsAt = () => undefined;

  override async transaction<T>(
    work: (db: Db) => Promise<T>,
    settings: Transaction = {},
  ): Promise<T> {
    if (this.isStopped) throw new Stopped();
    this.steps += 1;
    const stop = this.stopsAt(this.steps);
    const result = await super.transaction(async (db) => {
      const done = await work(db);
      if (stop !== "before") return done;
      this.isStopped = true;
      throw new Stopped();
    }, settings);
    if (stop === "after") {
      this.isStopped = true;
      throw new Stopped();
    }
    return result;
  }

  start(): void {
    this.isStopped = false;
  }
}
