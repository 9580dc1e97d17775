/**
 * Which page stands at which path. Pages are fetched when they are first opened; today comes at
 * once.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type SearchSchemaInput,
} from "@tanstack/react-router";
import { type AgreementGiven, readAgreementSearch } from "./agreement-tab.ts";
import { type AuditGiven, readAuditSearch } from "./audit-view.ts";
import { type CalendarGiven, readCalendarSearch } from "./calendar-view.ts";
import { type CommitmentGiven, readCommitmentSearch } from "./commitment-view.ts";
import {
  type CorrectionSearch,
  type DisputeSearch,
  readCorrectionSearch,
  readDisputeSearch,
} from "./dispute-search.ts";
import {
  type BeginningGiven,
  type EditorGiven,
  readBeginning,
  readEditorSearch,
} from "./editor-beginning.ts";
import { type LeadGiven, readLeadSearch } from "./lead-quality-search.ts";
import { type NoticesGiven, readNoticesSearch } from "./notice-view.ts";
import { NotFound } from "./pages/not-found.tsx";
import { TodayPage } from "./pages/today.tsx";
import { routePaths } from "./paths.ts";
import { type PlanGiven, readPlanSearch } from "./planner-search.ts";
import { type RevealGiven, readRevealSearch } from "./reveal-search.ts";
import { Shell } from "./shell.tsx";
import { readTodaySearch, type TodayGiven } from "./today-view.ts";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const today = createRoute({
  getParentRoute: () => root,
  path: routePaths.today,
  validateSearch: (given: SearchSchemaInput & TodayGiven) => readTodaySearch(given),
  component: TodayPage,
});

const start = createRoute({
  getParentRoute: () => root,
  path: routePaths.start,
  component: lazyRouteComponent(() => import("./pages/start.tsx"), "StartPage"),
});

const startFile = createRoute({
  getParentRoute: () => root,
  path: routePaths.startFile,
  component: lazyRouteComponent(() => import("./pages/start-file.tsx"), "StartFilePage"),
});

const reveal = createRoute({
  getParentRoute: () => root,
  path: routePaths.reveal,
  validateSearch: (given: SearchSchemaInput & RevealGiven) => readRevealSearch(given),
  component: lazyRouteComponent(() => import("./pages/reveal.tsx"), "RevealPage"),
});

const styles = createRoute({
  getParentRoute: () => root,
  path: routePaths.styles,
  component: lazyRouteComponent(() => import("./pages/styles.tsx"), "StylesPage"),
});

const agreements = createRoute({
  getParentRoute: () => root,
  path: routePaths.agreements,
  component: lazyRouteComponent(() => import("./pages/agreements.tsx"), "AgreementsPage"),
});

const agreement = createRoute({
  getParentRoute: () => root,
  path: routePaths.agreement,
  validateSearch: (given: SearchSchemaInput & AgreementGiven) => readAgreementSearch(given),
  component: lazyRouteComponent(() => import("./pages/agreement.tsx"), "AgreementPage"),
});

const commitment = createRoute({
  getParentRoute: () => root,
  path: routePaths.commitment,
  validateSearch: (given: SearchSchemaInput & CommitmentGiven) => readCommitmentSearch(given),
  component: lazyRouteComponent(() => import("./pages/commitment.tsx"), "CommitmentPage"),
});

const leadQuality = createRoute({
  getParentRoute: () => root,
  path: routePaths.leadQuality,
  validateSearch: (given: SearchSchemaInput & LeadGiven) => readLeadSearch(given),
  component: lazyRouteComponent(() => import("./pages/lead-quality.tsx"), "LeadQualityPage"),
});

const reviews = createRoute({
  getParentRoute: () => root,
  path: routePaths.reviews,
  component: lazyRouteComponent(() => import("./pages/reviews.tsx"), "ReviewsPage"),
});

const review = createRoute({
  getParentRoute: () => root,
  path: routePaths.review,
  component: lazyRouteComponent(() => import("./pages/review.tsx"), "ReviewPage"),
});

const planner = createRoute({
  getParentRoute: () => root,
  path: routePaths.planner,
  validateSearch: (given: SearchSchemaInput & PlanGiven) => readPlanSearch(given),
  component: lazyRouteComponent(() => import("./pages/planner.tsx"), "PlannerPage"),
});

const disputes = createRoute({
  getParentRoute: () => root,
  path: routePaths.disputes,
  validateSearch: (given: SearchSchemaInput & DisputeSearch) => readDisputeSearch(given),
  component: lazyRouteComponent(() => import("./pages/disputes.tsx"), "DisputesPage"),
});

const dispute = createRoute({
  getParentRoute: () => root,
  path: routePaths.dispute,
  component: lazyRouteComponent(() => import("./pages/dispute.tsx"), "DisputePage"),
});

const corrections = createRoute({
  getParentRoute: () => root,
  path: routePaths.corrections,
  validateSearch: (given: SearchSchemaInput & CorrectionSearch) => readCorrectionSearch(given),
  component: lazyRouteComponent(() => import("./pages/corrections.tsx"), "CorrectionsPage"),
});

const credits = createRoute({
  getParentRoute: () => root,
  path: routePaths.credits,
  component: lazyRouteComponent(() => import("./pages/credits.tsx"), "CreditsPage"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: routePaths.settings,
  component: lazyRouteComponent(() => import("./pages/setting.tsx"), "SettingPage"),
});

const settingsFirst = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: routePaths.calendars, replace: true });
  },
});

const calendar = createRoute({
  getParentRoute: () => settings,
  path: "calendars/$calendar",
  validateSearch: (given: SearchSchemaInput & CalendarGiven) => readCalendarSearch(given),
  component: lazyRouteComponent(() => import("./pages/calendar.tsx"), "CalendarPage"),
});

const calendars = createRoute({
  getParentRoute: () => settings,
  path: "calendars",
  component: lazyRouteComponent(() => import("./pages/calendars.tsx"), "CalendarsPage"),
});

const people = createRoute({
  getParentRoute: () => settings,
  path: "people",
  component: lazyRouteComponent(() => import("./pages/people.tsx"), "PeoplePage"),
});

const members = createRoute({
  getParentRoute: () => settings,
  path: "members",
  component: lazyRouteComponent(() => import("./pages/members.tsx"), "MembersPage"),
});

const inbox = createRoute({
  getParentRoute: () => settings,
  path: "inbox",
  component: lazyRouteComponent(() => import("./pages/inbox.tsx"), "InboxPage"),
});

const notices = createRoute({
  getParentRoute: () => settings,
  path: "notices",
  validateSearch: (given: SearchSchemaInput & NoticesGiven) => readNoticesSearch(given),
  component: lazyRouteComponent(() => import("./pages/notices.tsx"), "NoticesPage"),
});

const automation = createRoute({
  getParentRoute: () => settings,
  path: "automation",
  component: lazyRouteComponent(() => import("./pages/automation.tsx"), "AutomationPage"),
});

const rule = createRoute({
  getParentRoute: () => settings,
  path: "automation/$rule",
  component: lazyRouteComponent(() => import("./pages/rule.tsx"), "RulePage"),
});

const sources = createRoute({
  getParentRoute: () => settings,
  path: "sources",
  component: lazyRouteComponent(() => import("./pages/sources.tsx"), "SourcesPage"),
});

const keys = createRoute({
  getParentRoute: () => settings,
  path: "keys",
  component: lazyRouteComponent(() => import("./pages/keys.tsx"), "KeysPage"),
});

const audit = createRoute({
  getParentRoute: () => settings,
  path: "audit",
  validateSearch: (given: SearchSchemaInput & AuditGiven) => readAuditSearch(given),
  component: lazyRouteComponent(() => import("./pages/audit.tsx"), "AuditPage"),
});

const workspace = createRoute({
  getParentRoute: () => settings,
  path: "workspace",
  component: lazyRouteComponent(() => import("./pages/workspace.tsx"), "WorkspacePage"),
});

const appearance = createRoute({
  getParentRoute: () => settings,
  path: "appearance",
  component: lazyRouteComponent(() => import("./pages/appearance.tsx"), "AppearancePage"),
});

const settingPages = [
  settingsFirst,
  calendar,
  calendars,
  people,
  members,
  inbox,
  notices,
  automation,
  rule,
  sources,
  keys,
  audit,
  workspace,
  appearance,
] as const;

const newAgreement = createRoute({
  getParentRoute: () => root,
  path: routePaths.newAgreement,
  validateSearch: (given: SearchSchemaInput & BeginningGiven) => readBeginning(given),
  component: lazyRouteComponent(() => import("./pages/editor-new.tsx"), "NewAgreementPage"),
});

const editor = createRoute({
  getParentRoute: () => root,
  path: routePaths.editor,
  validateSearch: (given: SearchSchemaInput & EditorGiven) => readEditorSearch(given),
  component: lazyRouteComponent(() => import("./pages/editor.tsx"), "EditorPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    today,
    agreements,
    agreement,
    commitment,
    leadQuality,
    disputes,
    dispute,
    corrections,
    credits,
    reviews,
    review,
    planner,
    styles,
    settings.addChildren(settingPages),
    newAgreement,
    editor,
    start,
    startFile,
    reveal,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
