import { cookies } from "next/headers";
import type { ReactNode } from "react";

import { signOutAction } from "@/app/actions";
import { Header } from "@/components/shell/header";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { findUser } from "@/lib/auth/session";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <>
      <Header user={await findUser()} theme={theme} signOut={signOutAction} />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
    </>
  );
}
