/**
 * Which page stands at which path. Pages are fetched when they are first opened; today comes at
 * once.
 */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type SearchSchemaInput,
} from "@tanstack/react-router";
import { type AgreementGiven, readAgreementSearch } from "./agreement-tab.ts";
import { type CommitmentGiven, readCommitmentSearch } from "./commitment-view.ts";
import { type LeadGiven, readLeadSearch } from "./lead-quality-search.ts";
import { NotFound } from "./pages/not-found.tsx";
import { TodayPage } from "./pages/today.tsx";
import { routePaths } from "./paths.ts";
import { Shell } from "./shell.tsx";
import { readTodaySearch, type TodayGiven } from "./today-view.ts";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const today = createRoute({
  getParentRoute: () => root,
  path: routePaths.today,
  validateSearch: (given: SearchSchemaInput & TodayGiven) => readTodaySearch(given),
  component: TodayPage,
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

export const router = createRouter({
  routeTree: root.addChildren([today, agreements, agreement, commitment, leadQuality, styles]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
