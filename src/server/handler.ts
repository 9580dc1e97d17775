/**
 * What a handler is: the leaf that a route's request comes to when everything about it is known
 * good.
 */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Acting } from "../actions/acting.ts";
import type { Answer, Received, RouteName, Routes } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import type { Caller } from "./caller.ts";

/** Who asks, in which language, and what actions want to be told. */
export type Asking = {
  readonly acting: Acting;
  readonly caller: Caller;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Whether who asked may still do the same: an answer that goes on for hours asks again. */
  readonly isStillIn: () => Promise<boolean>;
};

/** Answers that are streams are written by the handler itself, which then gives back nothing. */
export type Handler<R> = (asking: Asking, received: Received<R>) => Promise<Answer<R>>;

export type Handlers = { readonly [K in RouteName]: Handler<Routes[K]> };

/** Some of the handlers: each file of handlers has its own. */
export type HandlersOf<K extends RouteName> = Pick<Handlers, K>;
