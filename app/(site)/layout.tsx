import type { ReactNode } from "react";

import { signOutAction, signOutEverywhereAction } from "@/app/actions";
import { Palette } from "@/components/palette/palette";
import { Header } from "@/components/shell/header";
import { findUser } from "@/lib/auth/session";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const user = await findUser();
  return (
    <>
      <Header user={user} signOut={signOutAction} signOutEverywhere={signOutEverywhereAction} />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      {user && <Palette />}
    </>
  );
}
