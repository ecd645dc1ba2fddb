import type { ReactNode } from "react";

import { signOutAction, signOutEverywhereAction } from "@/app/actions";
import { Palette } from "@/components/palette/palette";
import { Header } from "@/components/shell/header";
import { findUser } from "@/lib/auth/session";
import { countUnread } from "@/lib/notifications/queries";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const user = await findUser();
  return (
    <>
      <Header
        key={user?.id}
        user={user}
        unread={user ? await countUnread(user.id) : 0}
        signOut={signOutAction}
        signOutEverywhere={signOutEverywhereAction}
      />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      {user && <Palette />}
    </>
  );
}
