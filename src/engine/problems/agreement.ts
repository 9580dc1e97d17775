/** What can be wrong in what an agreement says, once its form is right. */
import type { ProblemKind } from "./kind.ts";

export const agreementProblems = {
  "document-duplicate": {
    severity: "error",
    status: 422,
    says: {
      es: "Ya hay otro documento {kind} que se llama «{name}»: cambia uno de los dos nombres.",
      en: 'There is another {kind} document named "{name}" already: rename one of them.',
    },
  },
  "id-duplicate": {
    severity: "error",
    status: 422,
    says: {
      es: "El id «{id}» ya se usa más arriba en esta lista: cada uno tiene que ser único.",
      en: 'The id "{id}" is used above in this list already: each has to be unique.',
    },
  },
  "party-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No hay ninguna parte «{name}». Las que hay son: {known}.",
      en: 'There is no party "{name}". The parties are: {known}.',
    },
  },
  "decider-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "«{name}» no puede decidir: no es ninguna parte ni papel de este acuerdo. Pueden hacerlo: {known}.",
      en: '"{name}" cannot decide: it is no party or role of this agreement. These can: {known}.',
    },
  },
  "told-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No se puede avisar a «{name}»: escribe {known}, un correo o un canal como #ventas.",
      en: 'Nobody can tell "{name}": write {known}, an e-mail address or a channel like #sales.',
    },
  },
  "team-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "Ninguna parte tiene un equipo «{name}». Los que hay son: {known}.",
      en: 'No party has a team "{name}". The teams are: {known}.',
    },
  },
  "service-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No hay ningún servicio «{name}». Los que hay son: {known}.",
      en: 'There is no service "{name}". The services are: {known}.',
    },
  },
  "level-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "El servicio «{service}» no tiene ningún nivel «{name}». Los que tiene son: {known}.",
      en: 'The service "{service}" has no level "{name}". Its levels are: {known}.',
    },
  },
  "calendar-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No hay ningún calendario «{name}». Los que hay son: {known}.",
      en: 'There is no calendar "{name}". The calendars are: {known}.',
    },
  },
  "escalation-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No hay ningún escalado «{name}». Los que hay son: {known}.",
      en: 'There is no escalation "{name}". The escalations are: {known}.',
    },
  },
  "commitment-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "No hay ningún compromiso «{name}». Los que hay son: {known}.",
      en: 'There is no commitment "{name}". The commitments are: {known}.',
    },
  },
  "definition-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "El término «{name}» no está definido con «when». Los que lo están son: {known}.",
      en: 'The term "{name}" is not defined with "when". Those that are: {known}.',
    },
  },
  "omit-nothing": {
    severity: "error",
    status: 422,
    says: {
      es: "No se hereda ningún compromiso «{name}» que quitar.",
      en: 'No commitment "{name}" is inherited that could be dropped.',
    },
  },
  "guard-self": {
    severity: "error",
    status: 422,
    says: {
      es: "«{name}» no puede ser su propio contrapeso: nombra otro compromiso.",
      en: '"{name}" cannot guard itself: name another commitment.',
    },
  },
  "commitment-tie": {
    severity: "error",
    status: 409,
    says: {
      es: "«{other}» promete «{commitment}» al mismo nivel, para los mismos y a la vez: ninguno gana. Acota «appliesTo» o cambia el id.",
      en: '"{other}" promises "{commitment}" at the same level, for the same and at the same time: neither wins. Narrow "appliesTo" or change the id.',
    },
  },
  "target-missing": {
    severity: "error",
    status: 422,
    says: {
      es: "El reloj de «{commitment}» no tiene plazo: añade «target».",
      en: 'The clock of "{commitment}" has no target: add "target".',
    },
  },
  "target-zero": {
    severity: "error",
    status: 422,
    says: {
      es: "Un plazo de {value} no se puede cumplir: escribe uno mayor que cero.",
      en: "A target of {value} cannot be met: write one above zero.",
    },
  },
  "target-unreachable": {
    severity: "warning",
    status: 422,
    says: {
      es: "Este plazo no llega a regir nunca: el anterior no tiene condición y vale para todos.",
      en: "This target never holds: the one before has no condition and holds for everyone.",
    },
  },
  "calendar-needed": {
    severity: "error",
    status: 422,
    says: {
      es: "{value} es tiempo de horario y «{commitment}» no dice de cuál: añade «calendar».",
      en: '{value} is open time, and "{commitment}" does not say whose: add "calendar".',
    },
  },
  "clock-never-runs": {
    severity: "error",
    status: 422,
    says: {
      es: "«{event}» pone en marcha el reloj y a la vez lo para, así que no corre nunca: usa otro evento.",
      en: '"{event}" starts the clock and stops it at once, so it never runs: use another event.',
    },
  },
  "pause-never-lasts": {
    severity: "error",
    status: 422,
    says: {
      es: "«{event}» empieza la pausa y a la vez la termina: usa otro evento.",
      en: '"{event}" begins the pause and ends it at once: use another event.',
    },
  },
  "pause-unlimited": {
    severity: "warning",
    status: 422,
    says: {
      es: "La pausa no tiene máximo: aparcar el caso aplazaría el plazo sin fin. Añade «atMost».",
      en: 'The pause has no limit: parking the case would put the target off for ever. Add "atMost".',
    },
  },
  "objective-missing": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{commitment}» no dice en qué parte de los casos ni en qué periodo se cumple: añade «objective».",
      en: '"{commitment}" does not say what share of which period keeps it: add "objective".',
    },
  },
  "versus-unsaid": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{commitment}» promete mejorar sin decir sobre qué ni cuánto, así que nada se compara: escribe en «versus» el periodo («period») y la mejora («by»).",
      en: '"{commitment}" promises to improve and says neither on what nor by how much, so nothing is compared: write the "period" and the improvement ("by") into "versus".',
    },
  },
  "objective-kind": {
    severity: "error",
    status: 422,
    says: {
      es: "Lo que mide «{commitment}» no se compara con {value}: escribe algo como {like}.",
      en: 'What "{commitment}" measures is not compared with {value}: write something like {like}.',
    },
  },
  "clock-only": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{key}» no hace nada sin un reloj: quítalo o cambia «measure» por «clock».",
      en: '"{key}" does nothing without a clock: take it away, or make "measure" a "clock".',
    },
  },
  "term-backwards": {
    severity: "error",
    status: 422,
    says: {
      es: "La vigencia termina ({to}) antes de empezar ({from}).",
      en: "The term ends ({to}) before it begins ({from}).",
    },
  },
  "term-ended": {
    severity: "warning",
    status: 422,
    says: {
      es: "La vigencia terminó el {to} y no se renueva.",
      en: "The term ended on {to} and is not renewed.",
    },
  },
  "exclusion-backwards": {
    severity: "error",
    status: 422,
    says: {
      es: "La exclusión termina ({to}) antes de empezar ({from}).",
      en: "The exclusion ends ({to}) before it begins ({from}).",
    },
  },
  "condition-never": {
    severity: "warning",
    status: 422,
    says: {
      es: "Ningún valor de «{field}» cumple a la vez todo lo que se le pide.",
      en: 'No value of "{field}" can meet all that is asked of it at once.',
    },
  },
  "field-unknown": {
    severity: "warning",
    status: 422,
    says: {
      es: "Ninguna fuente conocida trae el campo «{field}» (uno propio va como «custom.…»). Los que hay son: {known}.",
      en: 'No known source delivers the field "{field}" (one of your own is written "custom.…"). There are: {known}.',
    },
  },
  "field-misspelt": {
    severity: "warning",
    status: 422,
    says: {
      es: "Ninguna fuente conocida trae el campo «{field}». ¿Querías decir «{similar}»?",
      en: 'No known source delivers the field "{field}". Did you mean "{similar}"?',
    },
  },
  "event-type-custom": {
    severity: "info",
    status: 422,
    says: {
      es: "«{type}» es un tipo de evento propio: alguna fuente tendrá que enviarlo.",
      en: '"{type}" is an event type of your own: some source will have to send it.',
    },
  },
  "event-type-misspelt": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{type}» no es un tipo de evento conocido. ¿Querías decir «{similar}»?",
      en: '"{type}" is no known event type. Did you mean "{similar}"?',
    },
  },
  "party-without-commitment": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{party}» no promete nada: un acuerdo interno obliga a ambas partes.",
      en: '"{party}" promises nothing: an internal agreement binds both sides.',
    },
  },
  "promise-to-self": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{party}» se promete algo a sí misma en «{commitment}»: nombra a quién beneficia.",
      en: '"{party}" promises something to itself in "{commitment}": name who benefits.',
    },
  },
  "commitments-overlap": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{commitment}» mide lo mismo que «{other}» con otras cifras: deja uno, o distingue sus casos con «scope».",
      en: '"{commitment}" measures the same as "{other}" with other figures: keep one, or tell their cases apart by "scope".',
    },
  },
  "escalation-late": {
    severity: "warning",
    status: 422,
    says: {
      es: "El primer paso de «{escalation}» llega después del incumplimiento: avisa antes, por ejemplo al 75%.",
      en: 'The first step of "{escalation}" comes after the breach: tell somebody before, say at 75%.',
    },
  },
  "consequence-missing": {
    severity: "warning",
    status: 422,
    says: {
      es: "Si se incumple no pasa nada: añade «remedies», «escalations» o «review».",
      en: 'Nothing follows a miss: add "remedies", "escalations" or "review".',
    },
  },
  "exclusions-missing": {
    severity: "info",
    status: 422,
    says: {
      es: "El acuerdo no dice qué no cuenta: si hay mantenimientos o cortes, añade «exclusions».",
      en: 'The agreement does not say what is left out: if there are outages or maintenance, add "exclusions".',
    },
  },
  "guard-missing": {
    severity: "info",
    status: 422,
    says: {
      es: "«{commitment}» premia la rapidez o el volumen sin vigilar la calidad: añade «guard».",
      en: '"{commitment}" rewards speed or volume with nothing watching quality: add "guard".',
    },
  },
  "definition-unused": {
    severity: "info",
    status: 422,
    says: {
      es: "Ninguna condición usa el término «{term}».",
      en: 'No condition uses the term "{term}".',
    },
  },
  "escalation-unused": {
    severity: "info",
    status: 422,
    says: {
      es: "Ningún compromiso usa el escalado «{name}».",
      en: 'No commitment uses the escalation "{name}".',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
