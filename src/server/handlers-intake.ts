/** Intakes of files. */
import { beginIntake, intakesOf, takeBackIntake } from "../actions/intake.ts";
import { instantText } from "../engine/time.ts";
import type { IntakeRow } from "../store/intake.ts";
import type { HandlersOf } from "./handler.ts";

type Names = "beginIntake" | "listIntakes" | "withdrawIntake";

export function intakeHandlers(makeId: () => string): HandlersOf<Names> {
  return {
    beginIntake: async ({ acting }, { body }) => {
      const { intake, isKnown } = await beginIntake(acting, { ...body, id: makeId() });
      return { ...intakeJson(intake), isKnown };
    },
    listIntakes: async ({ acting }) => ({
      intakes: (await intakesOf(acting)).map((one) => ({ ...intakeJson(one), events: one.events })),
    }),
    withdrawIntake: async ({ acting }, { params }) =>
      intakeJson(await takeBackIntake(acting, params.intake)),
  };
}

function intakeJson({ id, source, title, madeBy, createdAt, ...rest }: IntakeRow) {
  const { withdrawnBy, withdrawnAt } = rest;
  return {
    id,
    source,
    title,
    madeBy,
    createdAt: instantText(createdAt),
    withdrawnBy: withdrawnBy ?? null,
    withdrawnAt: withdrawnAt === undefined ? null : instantText(withdrawnAt),
  };
}
