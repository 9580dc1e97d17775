/** What can be done about clocks, for whatever shows them: rows, the drawer, and keys. */
import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useMemo,
  useState,
} from "react";
import { type DeedName, deedsOf, permissionFor } from "../deed.ts";
import { useReader } from "../reader.tsx";
import { clientOf, saysOf } from "../server-client.ts";
import type { Clock } from "../standing.ts";
import { deedWords } from "../words/deed.ts";
import { useToast } from "./toast.tsx";

/** Fetched with the first deed. */
const DeedDialog = lazy(async () => ({
  default: (await import("./deed-dialog.tsx")).DeedDialog,
}));

type Deeds = {
  readonly may: (deed: DeedName) => boolean;
  readonly act: (deed: DeedName, clocks: readonly Clock[]) => void;
};

const DeedsContext = createContext<Deeds>({ may: () => false, act: () => undefined });

export function useDeeds(): Deeds {
  return useContext(DeedsContext);
}

type ProviderProps = { readonly permissions: readonly string[]; readonly children: ReactNode };

type Asked = { readonly deed: DeedName; readonly clocks: readonly Clock[] };

export function DeedsProvider({ permissions, children }: ProviderProps) {
  const [asked, setAsked] = useState<Asked>();
  const acknowledge = useAcknowledge();
  const deeds = useMemo(
    (): Deeds => ({
      may: (deed) => permissions.includes(permissionFor(deed)),
      act: (deed, clocks) => {
        const [first] = clocks;
        if (!first || !deedsOf(first).includes(deed)) return;
        if (!permissions.includes(permissionFor(deed))) return;
        if (deed === "acknowledge") acknowledge(first);
        else setAsked({ deed, clocks });
      },
    }),
    [permissions, acknowledge],
  );
  return (
    <DeedsContext value={deeds}>
      {children}
      <Suspense>{asked && <DeedDialog {...asked} close={() => setAsked(undefined)} />}</Suspense>
    </DeedsContext>
  );
}

/** Taking a matter on asks for nothing else, so it is done at once. */
function useAcknowledge(): (clock: Clock) => Promise<void> {
  const { say, language } = useReader();
  const tell = useToast();
  const queries = useQueryClient();
  return useMemo(
    () =>
      async ({ id, title, subject }) => {
        try {
          await clientOf(language).acknowledgeClock({ body: { clock: id } });
          tell(say(deedWords.doneAcknowledge, { name: title ?? subject }));
          await queries.invalidateQueries({ queryKey: ["subject"] });
        } catch (error) {
          tell(saysOf(error));
        }
      },
    [language, say, tell, queries],
  );
}
