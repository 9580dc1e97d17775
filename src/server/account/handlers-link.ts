/** Public links of agreements, as the HTTP contract tells them. */
import { agreementLinks, makeLink, withdrawLink } from "../../actions/agreement-link.ts";
import { type Instant, instantText } from "../../engine/time.ts";
import type { AgreementLink } from "../../store/agreement-link.ts";
import type { HandlersOf } from "../handler.ts";
import { sharedPath } from "../link-page.ts";
import type { Accounts } from "./accounts.ts";

type Names = "listLinks" | "makeLink" | "revokeLink";

export function linkHandlers({ settings }: Accounts): HandlersOf<Names> {
  return {
    listLinks: async ({ acting }, { params: { agreement } }) => ({
      links: (await agreementLinks(acting, agreement)).map(linkJson),
    }),
    makeLink: async ({ acting }, { params: { agreement }, body }) => {
      const id = settings
        .makeToken()
        .replace(/[^A-Za-z0-9]/g, "")
        .slice(0, 12);
      const made = { id, secret: settings.makeToken() };
      const { link, token } = await makeLink(acting, { agreement, ...body }, made);
      return { link: linkJson(link), address: `${settings.origin}${sharedPath(token)}` };
    },
    revokeLink: async ({ acting }, { params }) => {
      await withdrawLink(acting, params);
      return { id: params.id };
    },
  };
}

function linkJson({ createdAt, expiresAt, revokedAt, lastReadAt, ...link }: AgreementLink) {
  const told = (at: Instant | undefined) => (at === undefined ? null : instantText(at));
  return {
    ...link,
    createdAt: instantText(createdAt),
    expiresAt: instantText(expiresAt),
    revokedAt: told(revokedAt),
    lastReadAt: told(lastReadAt),
  };
}
