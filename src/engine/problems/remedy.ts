/** What can be wrong with money, remedies, ledgers, disputes, corrections and reviews. */
import type { ProblemKind } from "./kind.ts";

export const remedyProblems = {
  "money-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "«{text}» no es un importe: escríbelo como 40000 MXN o 12.50 USD, con una moneda de ISO 4217.",
      en: '"{text}" is no amount: write it like 40000 MXN or 12.50 USD, with a currency of ISO 4217.',
    },
  },
  "currency-unknown": {
    severity: "error",
    status: 422,
    says: {
      es: "«{currency}» no es una moneda de ISO 4217.",
      en: '"{currency}" is no currency of ISO 4217.',
    },
  },
  "money-currencies": {
    severity: "error",
    status: 422,
    says: {
      es: "{first} y {second} son monedas distintas, y no se suman ni se comparan.",
      en: "{first} and {second} are different currencies, and are neither added nor compared.",
    },
  },
  "remedy-base-missing": {
    severity: "warning",
    status: 422,
    says: {
      es: "La cuenta «{customer}» no dice un importe con su moneda en «{field}», así que «{remedy}» no le debe nada.",
      en: 'The account "{customer}" says no amount with its currency in "{field}", so "{remedy}" owes it nothing.',
    },
  },
  "correction-without-reason": {
    severity: "error",
    status: 422,
    says: {
      es: "La corrección «{correction}» no dice por qué: escribe el motivo.",
      en: 'The correction "{correction}" does not say why: give its reason.',
    },
  },
  "correction-not-approved": {
    severity: "error",
    status: 422,
    says: {
      es: "Nadie ha aprobado la corrección «{correction}»: hace falta una aprobación.",
      en: 'Nobody has approved the correction "{correction}": it needs an approval.',
    },
  },
  "correction-repeated": {
    severity: "error",
    status: 409,
    says: {
      es: "Ya existe la corrección «{correction}»: las correcciones se añaden, no se cambian.",
      en: 'The correction "{correction}" exists already: corrections are appended, not changed.',
    },
  },
  "correction-unknown": {
    severity: "error",
    status: 404,
    says: {
      es: "No hay ninguna corrección vigente «{correction}» que retirar.",
      en: 'There is no correction "{correction}" in effect to take back.',
    },
  },
  "commitment-not-promised": {
    severity: "error",
    status: 404,
    says: {
      es: "El acuerdo no promete «{commitment}».",
      en: 'The agreement does not promise "{commitment}".',
    },
  },
  "waiver-not-given": {
    severity: "error",
    status: 403,
    says: {
      es: "Solo «{party}», a quien se prometió «{commitment}», puede dispensarlo: falta su aprobación.",
      en: 'Only "{party}", to whom "{commitment}" was promised, can waive it: its approval is missing.',
    },
  },
  "remedy-gap": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: entre {from} y {to} no se debe nada. ¿Falta un tramo?",
      en: '"{remedy}": nothing is owed between {from} and {to}. Is a tier missing?',
    },
  },
  "remedy-overlap": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: {share} está en dos tramos. ¿Cuál de los dos vale?",
      en: '"{remedy}": {share} lies in two tiers. Which of them holds?',
    },
  },
  "remedy-where-met": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: el tramo de {credit} alcanza cumplimientos que no le tocan según el objetivo de «{commitment}». ¿Dónde acaba?",
      en: '"{remedy}": the tier of {credit} reaches attainments that the objective of "{commitment}" leaves out. Where does it end?',
    },
  },
  "remedy-worse-cheaper": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: un resultado peor cuesta menos ({first} y {second}). ¿Están los tramos en orden?",
      en: '"{remedy}": a worse result costs less ({first} and {second}). Are the tiers in order?',
    },
  },
  "remedy-without-cap": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}» no tiene tope: ¿cuánto es lo máximo en un periodo? Escribe un «cap».",
      en: '"{remedy}" has no cap: what is the most in one period? Write a cap.',
    },
  },
  "remedy-over-cap": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: el tramo de {credit} supera el tope de {cap}. ¿Cuál de los dos vale?",
      en: '"{remedy}": the tier of {credit} is above the cap of {cap}. Which of them holds?',
    },
  },
  "remedy-without-base": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}» no dice de qué importe es parte el crédito: escribe base.",
      en: '"{remedy}" does not say what the credit is a share of: write base.',
    },
  },
  "remedy-currencies": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}» mezcla {first} y {second}: ¿en qué moneda se debe?",
      en: '"{remedy}" mixes {first} and {second}: in which currency is it owed?',
    },
  },
  "remedy-other-unit": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: los tramos son porcentajes y el objetivo de «{commitment}» no lo es, así que ninguno se alcanza.",
      en: '"{remedy}": the tiers are percentages and the objective of "{commitment}" is not, so none is ever reached.',
    },
  },
  "remedy-unreachable": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}»: con hasta {cases} casos ningún cumplimiento exacto cae entre {from} y {to}; solo redondeando. ¿Sobra el tramo?",
      en: '"{remedy}": with up to {cases} cases no exact attainment lies between {from} and {to}, only a rounded one. Is the tier needed?',
    },
  },
  "remedy-without-volume": {
    severity: "warning",
    status: 422,
    says: {
      es: "«{remedy}» sigue a «{commitment}», que no tiene minVolume: ¿se paga por un mes de dos casos?",
      en: '"{remedy}" follows "{commitment}", which has no minVolume: is a month of two cases paid for?',
    },
  },
  "credit-unknown": {
    severity: "error",
    status: 404,
    says: {
      es: "En el libro no hay ningún crédito «{credit}».",
      en: 'The ledger holds no credit "{credit}".',
    },
  },
  "ledger-move": {
    severity: "error",
    status: 409,
    says: {
      es: "El crédito «{credit}» está en {from}, y de ahí no puede pasar a {to}.",
      en: 'The credit "{credit}" is {from}, and cannot become {to} from there.',
    },
  },
  "ledger-side": {
    severity: "error",
    status: 403,
    says: {
      es: "El paso del crédito «{credit}» de {from} a {to} corresponde a la otra parte ({side}).",
      en: 'It is for the other side ({side}) to move the credit "{credit}" from {from} to {to}.',
    },
  },
  "ledger-late": {
    severity: "error",
    status: 409,
    says: {
      es: "El plazo para reclamar el crédito «{credit}» ha pasado: ya no pasa de {from} a {to}.",
      en: 'The time to claim the credit "{credit}" is over: it does not go from {from} to {to} any more.',
    },
  },
  "ledger-backwards": {
    severity: "error",
    status: 409,
    says: {
      es: "El crédito «{credit}» no puede pasar de {from} a {to} antes de su última anotación.",
      en: 'The credit "{credit}" cannot go from {from} to {to} before its last row.',
    },
  },
  "dispute-not-foreseen": {
    severity: "error",
    status: 409,
    says: {
      es: "«{agreement}» no prevé disputas, así que «{dispute}» no tiene quién la decida.",
      en: '"{agreement}" does not provide for disputes, so nobody could decide "{dispute}".',
    },
  },
  "dispute-party": {
    severity: "error",
    status: 403,
    says: {
      es: "«{party}» no está entre quienes pueden disputar según «{agreement}» («{dispute}»).",
      en: '"{party}" is not among those who may dispute under "{agreement}" ("{dispute}").',
    },
  },
  "dispute-late": {
    severity: "error",
    status: 409,
    says: {
      es: "El plazo de «{agreement}» para disputar ese periodo ha terminado: «{dispute}» llega tarde.",
      en: 'The time that "{agreement}" gives to dispute that period is over: "{dispute}" comes too late.',
    },
  },
  "dispute-empty": {
    severity: "error",
    status: 422,
    says: {
      es: "La disputa «{dispute}» no dice qué veredictos de un mismo compromiso de «{agreement}» objeta, o por qué.",
      en: 'The dispute "{dispute}" does not say which verdicts of one commitment of "{agreement}" it objects to, or why.',
    },
  },
  "dispute-closed": {
    severity: "error",
    status: 409,
    says: {
      es: "La disputa «{dispute}» ya está cerrada: no puede terminar además en {outcome}.",
      en: 'The dispute "{dispute}" is closed: it cannot end in {outcome} as well.',
    },
  },
  "dispute-side": {
    severity: "error",
    status: 403,
    says: {
      es: "No te corresponde a ti terminar la disputa «{dispute}» en {outcome} en este paso.",
      en: 'It is not for you to end the dispute "{dispute}" in {outcome} at this step.',
    },
  },
  "dispute-claims": {
    severity: "error",
    status: 422,
    says: {
      es: "Para terminar la disputa «{dispute}» en {outcome}, di qué reclamos se admiten, y solo los que se hicieron.",
      en: 'To end the dispute "{dispute}" in {outcome}, name the claims that hold, and only those that were made.',
    },
  },
  "trigger-unreadable": {
    severity: "error",
    status: 422,
    says: {
      es: "«{text}» no es un motivo de revisión: escribe «missed 2 of 3» o «volume change 30%».",
      en: '"{text}" is no trigger of a review: write "missed 2 of 3" or "volume change 30%".',
    },
  },
  "review-move": {
    severity: "error",
    status: 409,
    says: {
      es: "La revisión «{review}» está en {state}, y así no admite {deed}.",
      en: 'The review "{review}" is {state}, and does not take {deed} like that.',
    },
  },
  "review-signer": {
    severity: "error",
    status: 403,
    says: {
      es: "«{party}» no tiene que firmar la revisión «{review}», o ya la firmó.",
      en: '"{party}" does not have to sign the review "{review}", or already did.',
    },
  },
  "review-decision-repeated": {
    severity: "error",
    status: 409,
    says: {
      es: "La revisión «{review}» ya tiene la decisión «{decision}».",
      en: 'The review "{review}" has the decision "{decision}" already.',
    },
  },
  "review-without-minutes": {
    severity: "error",
    status: 422,
    says: {
      es: "La revisión «{review}» no tiene acta: escribe qué se habló.",
      en: 'The review "{review}" has no minutes: write what was said.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemKind>>;
