/** Events under way: a heap that hands them out in the order in which they arrive. */
import type { Event } from "../engine/event.ts";
import type { Instant } from "../engine/time.ts";

export type Arrival = { readonly at: Instant; readonly event: Event };

type Entry = Arrival & { readonly order: number };

/**
 * Holds what has not arrived yet. Arrivals at one instant keep the order in which they were put in.
 */
export class Arrivals {
  readonly #heap: Entry[] = [];
  #order = 0;

  get size(): number {
    return this.#heap.length;
  }

  add({ at, event }: Arrival): void {
    const entry = { at, event, order: this.#order };
    this.#order += 1;
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
  }

  /** Takes out, earliest first, what arrives before `until`. */
  *takeBefore(until: Instant): Generator<Event> {
    for (let first = this.#heap[0]; first && first.at < until; first = this.#heap[0]) {
      this.#removeFirst();
      yield first.event;
    }
  }

  #rise(from: number): void {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(at, above)) return;
      this.#swap(at, above);
      at = above;
    }
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink();
  }

  #sink(): void {
    let at = 0;
    for (;;) {
      let least = at;
      if (this.#isBefore(2 * at + 1, least)) least = 2 * at + 1;
      if (this.#isBefore(2 * at + 2, least)) least = 2 * at + 2;
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (!a || !b) return false;
    return a.at < b.at || (a.at === b.at && a.order < b.order);
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#heap[one], this.#heap[other]];
    if (!a || !b) return;
    this.#heap[one] = b;
    this.#heap[other] = a;
  }
}
