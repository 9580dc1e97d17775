/** What the pages of the settings ask the server, each question with the key it is kept by. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Routes, Sent } from "../api/routes.ts";
import type { Language } from "../engine/agreement.ts";
import { clientOf } from "./server-client.ts";

export function calendarsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["calendars", language],
    queryFn: () => clientOf(language).listCalendars(),
  });
}

type DaysQuery = Sent<Routes["calendarDays"]>["query"];

export function daysQuestion(language: Language, query: DaysQuery) {
  return queryOptions({
    queryKey: ["calendar-days", language, query],
    queryFn: () => clientOf(language).calendarDays({ query }),
    placeholderData: keepPreviousData,
  });
}

type WhatIfBody = Sent<Routes["calendarWhatIf"]>["body"];

export function whatIfQuestion(language: Language, body: WhatIfBody) {
  return queryOptions({
    queryKey: ["calendar-what-if", language, body],
    queryFn: () => clientOf(language).calendarWhatIf({ body }),
    retry: false,
  });
}

export function holidaysQuestion(language: Language, country: string | undefined) {
  return queryOptions({
    queryKey: ["holidays", language, country],
    queryFn: () =>
      clientOf(language).holidayPlaces({ query: country === undefined ? {} : { country } }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

export function peopleQuestion(language: Language) {
  return queryOptions({
    queryKey: ["people", language],
    queryFn: () => clientOf(language).listPeople(),
  });
}

type AbsenceBody = Sent<Routes["planAbsence"]>["body"];

export function absenceQuestion(language: Language, body: AbsenceBody) {
  return queryOptions({
    queryKey: ["absence", language, body],
    queryFn: () => clientOf(language).planAbsence({ body }),
    retry: false,
  });
}

export function membersQuestion(language: Language) {
  return queryOptions({
    queryKey: ["members", language],
    queryFn: () => clientOf(language).listMembers({ query: { limit: 500 } }),
  });
}

export function invitationsQuestion(language: Language) {
  return queryOptions({
    queryKey: ["invitations", language],
    queryFn: () => clientOf(language).listInvitations(),
  });
}

export function keysQuestion(language: Language) {
  return queryOptions({
    queryKey: ["keys", language],
    queryFn: () => clientOf(language).listApiKeys(),
  });
}

export function webhooksQuestion(language: Language) {
  return queryOptions({
    queryKey: ["webhooks", language],
    queryFn: () => clientOf(language).listWebhooks(),
  });
}

export function deadQuestion(language: Language) {
  return queryOptions({
    queryKey: ["dead", language],
    queryFn: () => clientOf(language).listDeadDeliveries({ query: { limit: 500 } }),
  });
}

export function noticeRunQuestion(language: Language) {
  return queryOptions({
    queryKey: ["notice-run", language],
    queryFn: () => clientOf(language).dryRunNotices(),
    staleTime: 300_000,
  });
}

export function inboxQuestion(language: Language) {
  return queryOptions({
    queryKey: ["inbox", language],
    queryFn: () => clientOf(language).listNotices({ query: { limit: 200 } }),
  });
}

export function tasksQuestion(language: Language) {
  return queryOptions({
    queryKey: ["tasks", language],
    queryFn: () => clientOf(language).listTasks(),
  });
}

export function rulesQuestion(language: Language) {
  return queryOptions({
    queryKey: ["rules", language],
    queryFn: () => clientOf(language).listRules(),
  });
}

export function sourcesQuestion(language: Language) {
  return queryOptions({
    queryKey: ["sources", language],
    queryFn: () => clientOf(language).listSources(),
  });
}

type AuditQuery = Sent<Routes["searchAudit"]>["query"];

export function auditQuestion(language: Language, query: AuditQuery) {
  return queryOptions({
    queryKey: ["audit", language, query],
    queryFn: () => clientOf(language).searchAudit({ query }),
    placeholderData: keepPreviousData,
  });
}

export function signOnQuestion(language: Language) {
  return queryOptions({
    queryKey: ["sign-on", language],
    queryFn: () => clientOf(language).getSingleSignOn(),
    retry: false,
  });
}
