/** The entry of the screens: wires who reads, what is asked, and where everything stands. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RequestRefused } from "../api/client.ts";
import { takeCarriedKey } from "./carried-key.ts";
import { startTime } from "./now.ts";
import { ToastProvider } from "./parts/toast.tsx";
import { ReaderProvider } from "./reader.tsx";
import { router } from "./router.tsx";

takeCarriedKey();
startTime(() => performance.timeOrigin + performance.now());

const MOST_RETRIES = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // What the server refused it would refuse again; a connection may come back.
      retry: (count, error) => !(error instanceof RequestRefused) && count < MOST_RETRIES,
    },
  },
});

const place = document.getElementById("screens");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <ReaderProvider>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </ReaderProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
