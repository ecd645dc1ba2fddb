import type { ReactNode } from "react";

import { signOutAction, signOutEverywhereAction } from "@/app/actions";
import { Header } from "@/components/shell/header";
import { findUser } from "@/lib/auth/session";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Header
        user={await findUser()}
        signOut={signOutAction}
        signOutEverywhere={signOutEverywhereAction}
      />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
