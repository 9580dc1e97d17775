/** The people who hold work, and their absences. */
import { z } from "zod";
import { instant, type Route, subjectName } from "./route.ts";

const owner = z.string().min(1).max(320);
const absence = { owner, from: instant, to: instant };

export const personRoutes = {
  listPeople: {
    method: "GET",
    path: "/v1/people",
    permission: "write",
    says: {
      es: "Las personas: miembros, y responsables de quienes hablan las fuentes, con sus relojes abiertos, su ausencia y lo que las reglas dicen de su territorio, idioma y horario.",
      en: "The people: members, and owners that sources tell of, with their open clocks, their absence, and what rules say of their territory, language and hours.",
    },
    answer: z.object({
      people: z.array(
        z.object({
          id: z.string(),
          name: z.string().nullable(),
          email: z.string().nullable(),
          role: z.string().nullable(),
          team: z.string().nullable(),
          load: z.number(),
          absentUntil: instant.nullable(),
          calendars: z.array(z.string()),
          territories: z.array(z.string()),
          languages: z.array(z.string()),
        }),
      ),
    }),
  },
  planAbsence: {
    method: "POST",
    path: "/v1/people/absence/plan",
    permission: "write",
    says: {
      es: "Lo que vence antes de que alguien vuelva (hasta 400 relojes) y quién de su equipo lo tomaría, sin registrar nada.",
      en: "What falls due before somebody is back (up to 400 clocks) and who of the team would take it, with nothing recorded.",
    },
    body: z.strictObject(absence),
    answer: z.object({
      clocks: z.array(
        z.object({
          subject: z.string(),
          title: z.string().nullable(),
          commitment: z.string(),
          dueAt: instant.nullable(),
          to: z.string().nullable(),
          toName: z.string().nullable(),
        }),
      ),
    }),
    problems: ["thing-missing", "absence-backwards"],
  },
  recordAbsence: {
    method: "POST",
    path: "/v1/people/absence",
    permission: "record",
    says: {
      es: "Registra una ausencia y su regreso; con `reassign`, lo que vence mientras tanto pasa a quien dice el plan.",
      en: "Record an absence and its return; with `reassign`, what falls due meanwhile goes to whom the plan names.",
    },
    body: z.strictObject({ ...absence, reassign: z.boolean().default(false) }),
    answer: z.object({ reassigned: z.number() }),
    status: 201,
    problems: ["thing-missing", "absence-backwards"],
  },
  erasePerson: {
    method: "POST",
    path: "/v1/people/erase",
    permission: "admin",
    says: {
      es: "Quita a una persona de los hechos de un sujeto: los campos que se nombran y quién los registró. Los hechos quedan y se juzgan de nuevo sin avisar a nadie. No se puede deshacer.",
      en: "Take a person out of a subject's facts: the fields named, and who recorded them. The facts stay and are judged again, with nobody told. This cannot be undone.",
    },
    body: z.strictObject({
      subject: subjectName,
      fields: z.array(z.string().min(1).max(200)).min(1).max(500),
    }),
    answer: z.object({ events: z.number() }),
    problems: ["thing-missing"],
  },
  endAbsence: {
    method: "POST",
    path: "/v1/people/back",
    permission: "record",
    says: { es: "Alguien ha vuelto ya.", en: "Somebody is back now." },
    body: z.strictObject({ owner }),
    answer: z.object({}),
    problems: ["thing-missing"],
  },
} as const satisfies Readonly<Record<string, Route>>;
