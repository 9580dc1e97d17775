/** The parts of the page of notifications, as the address names them. */
export const noticeTabs = ["channels", "preview", "dead"] as const;

export type NoticesSearch = { readonly tab: (typeof noticeTabs)[number] };

export type NoticesGiven = Partial<NoticesSearch>;

export function readNoticesSearch(given: NoticesGiven): NoticesSearch {
  return { tab: noticeTabs.find((name) => name === given.tab) ?? "channels" };
}
