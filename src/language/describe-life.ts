/** How an agreement lives, in words: hand-overs, reports, review, change, end, law. */
import type { AgreementSpec, Language } from "../engine/agreement.ts";
import { describeCondition } from "./describe-condition.ts";
import { partyTitle } from "./describing.ts";
import type { Section, Told } from "./section.ts";
import { by, capitalized, joined, shareText } from "./words.ts";
import { fieldPhrase, subjectName } from "./words-field.ts";
import { durationWords } from "./words-time.ts";

export function lifeSections({ whole, language }: Told): readonly Section[] {
  return [
    {
      title: by(language, "Informes y comunicación", "Reports and communication"),
      lines: [...reportLines(whole, language), ...communicationLines(whole, language)],
    },
    {
      title: by(language, "Revisión y cambios", "Review and changes"),
      lines: changeLines(whole, language),
    },
    { title: by(language, "Fin y derecho", "End and law"), lines: endLines(whole, language) },
  ];
}

/** What must travel with what one party passes another, and who is an ideal customer. */
export function handoffSection({ whole, language }: Told): Section {
  const { handoffs = [], icp } = whole;
  const passed = handoffs.map(({ subject, from, to, requires, accept }) => {
    const what = subjectName(subject, language, false);
    const [giver, taker] = [partyTitle(from, whole), partyTitle(to, whole)];
    const phrases = requires.map((field) => fieldPhrase(field, language));
    const fields = joined(phrases, "and", language);
    const time = accept && durationWords(accept.within, language);
    return by(
      language,
      `${capitalized(what)} de ${giver} a ${taker}: con ${fields}` +
        (time ? `; se acepta o devuelve en ${time}.` : "."),
      `${capitalized(what)} from ${giver} to ${taker}: with ${fields}` +
        (time ? `; accepted or returned within ${time}.` : "."),
    );
  });
  const scores = (icp?.criteria ?? []).map(({ when, points }) =>
    by(
      language,
      `Cliente ideal: ${points} puntos si ${describeCondition(when, "es")}.`,
      `Ideal customer: ${points} points if ${describeCondition(when, "en")}.`,
    ),
  );
  const least = icp?.qualifiedAt;
  const qualified =
    least === undefined
      ? []
      : [by(language, `Califica desde ${least} puntos.`, `Qualified from ${least} points.`)];
  const title = by(language, "Entregas y cliente ideal", "Hand-overs and ideal customer");
  return { title, lines: [...passed, ...scores, ...qualified] };
}

const rhythms = {
  week: { es: "cada semana", en: "every week" },
  month: { es: "cada mes", en: "every month" },
  quarter: { es: "cada trimestre", en: "every quarter" },
  year: { es: "cada año", en: "every year" },
} as const;

function rhythm(every: string, language: Language): string {
  const known = Object.entries(rhythms).find(([key]) => key === every)?.[1];
  return known?.[language] ?? every;
}

function titles(ids: readonly string[], whole: AgreementSpec, language: Language): string {
  return joined(
    ids.map((id) => partyTitle(id, whole)),
    "and",
    language,
  );
}

function reportLines(whole: AgreementSpec, language: Language): readonly string[] {
  return (whole.reporting ?? []).map(({ to, every, format }) => {
    const whom = titles(to, whole, language);
    const forms = joined(format, "and", language);
    return by(
      language,
      `Informe para ${whom} ${rhythm(every, "es")} en ${forms}.`,
      `Report to ${whom} ${rhythm(every, "en")} as ${forms}.`,
    );
  });
}

function communicationLines(
  { communication }: AgreementSpec,
  language: Language,
): readonly string[] {
  const { channels = [], meetings = [] } = communication ?? {};
  return [
    ...channels.map(({ kind, name }) =>
      by(language, `Canal: ${name} (${kind}).`, `Channel: ${name} (${kind}).`),
    ),
    ...meetings.map(({ title, every, attendees }) =>
      by(
        language,
        `${title}, ${rhythm(every, "es")}: ${attendees.join(", ")}.`,
        `${title}, ${rhythm(every, "en")}: ${attendees.join(", ")}.`,
      ),
    ),
  ];
}

function changeLines(whole: AgreementSpec, language: Language): readonly string[] {
  const { review, change } = whole;
  const approvals = (change?.approvals ?? []).map(({ party, quorum }) => {
    const name = partyTitle(party, whole);
    return quorum ? `${name} (${quorum})` : name;
  });
  const whom = joined(approvals, "and", language);
  const notice = change?.notice && durationWords(change.notice, language);
  const effect = {
    nextPeriod: { es: "rige desde el periodo siguiente", en: "it holds from the next period" },
    immediately: { es: "rige de inmediato", en: "it holds at once" },
  } as const;
  const parts = [
    by(
      language,
      `Un cambio necesita la aprobación de ${whom}`,
      `A change needs the approval of ${whom}`,
    ),
    ...(notice ? [by(language, `preaviso de ${notice}`, `notice of ${notice}`)] : []),
    ...(change?.effective ? [effect[change.effective][language]] : []),
  ];
  return [...reviewLines(review, whole, language), ...(change ? [`${parts.join("; ")}.`] : [])];
}

/** Who reviews it, how often, and what brings a review sooner; nothing where nobody does. */
export function reviewLines(
  review: AgreementSpec["review"],
  whole: AgreementSpec,
  language: Language,
): readonly string[] {
  if (!review) return [];
  const who = partyTitle(review.by, whole);
  const earlier = (review.triggers ?? []).map((trigger) => triggerWords(trigger, language));
  const sooner = earlier.length > 0 ? joined(earlier, "or", language) : undefined;
  return [
    by(
      language,
      `${who} revisa el acuerdo ${rhythm(review.every, "es")}${sooner ? `, y antes si ${sooner}` : ""}.`,
      `${who} reviews the agreement ${rhythm(review.every, "en")}` +
        (sooner ? `, and sooner if ${sooner}.` : "."),
    ),
  ];
}

function triggerWords(trigger: string, language: Language): string {
  const missed = /^missed (\d+) of (\d+)$/.exec(trigger);
  if (missed) {
    const [, misses, of] = missed;
    return by(
      language,
      `se incumple en ${misses} de ${of} periodos`,
      `it is missed in ${misses} of ${of} periods`,
    );
  }
  const share = trigger.replace("volume change ", "");
  return by(
    language,
    `el volumen cambia un ${shareText(share, "es")}`,
    `volume changes by ${share}`,
  );
}

function endLines(whole: AgreementSpec, language: Language): readonly string[] {
  const { termination, governance, legal } = whole;
  const owner = governance?.owner && partyTitle(governance.owner, whole);
  const { chronicFailure, convenience } = termination ?? {};
  const notice = convenience && durationWords(convenience.notice, language);
  const said = (label: readonly [es: string, en: string], value: string | undefined) =>
    value === undefined ? [] : [`${by(language, label[0], label[1])}: ${value}.`];
  return [
    ...(chronicFailure
      ? [
          by(
            language,
            `Termina si se incumple en ${chronicFailure.misses} de ${chronicFailure.of} periodos.`,
            `It ends if missed in ${chronicFailure.misses} of ${chronicFailure.of} periods.`,
          ),
        ]
      : []),
    ...(notice
      ? [
          by(
            language,
            `Termina sin motivo con ${notice} de preaviso.`,
            `It ends without a reason at ${notice} notice.`,
          ),
        ]
      : []),
    ...said(["Cuida el acuerdo", "Looked after by"], owner),
    ...said(["Lo patrocina", "Sponsored by"], governance?.sponsor),
    ...said(["Se trata en", "Discussed in"], governance?.forum),
    ...said(["Ley aplicable", "Governing law"], legal?.law),
    ...said(["Límite de responsabilidad", "Liability cap"], legal?.liabilityCap),
    ...said(["Prevalece", "Takes precedence"], legal?.precedence),
    ...said(["Idioma que prevalece", "Language that prevails"], legal?.languagePrevails),
  ];
}
