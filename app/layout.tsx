import type { Metadata, Viewport } from "next";
import { unstable_rethrow } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { CSSProperties, ReactNode } from "react";

import { appearanceOf } from "@/components/preferences/appearance";
import { PreferencesProvider } from "@/components/preferences/preferences-provider";
import { ClientWords } from "@/components/shell/client-words";
import { ToastProvider } from "@/components/ui/toast";
import { TooltipProvider } from "@/components/ui/tooltip";
import { findUser } from "@/lib/auth/session";
import { getShownPreferences } from "@/lib/preferences/queries";

import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("landing");
  const product = await getTranslations("shell");
  return {
    title: { default: t("title"), template: `%s · ${product("product")}` },
    description: t("description"),
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#141210" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { personId, preferences } = await findReader();
  const { attributes, variables } = appearanceOf(preferences);
  return (
    <html lang={await getLocale()} {...attributes} style={variables as CSSProperties}>
      <body>
        <ClientWords>
          <PreferencesProvider key={personId} initial={preferences} personId={personId}>
            <TooltipProvider>
              <ToastProvider>{children}</ToastProvider>
            </TooltipProvider>
          </PreferencesProvider>
        </ClientWords>
      </body>
    </html>
  );
}

/** The frame must stand when the database does not: the page inside says what is wrong. */
async function findReader() {
  try {
    const personId = (await findUser())?.id ?? null;
    return { personId, preferences: await getShownPreferences(personId) };
  } catch (error) {
    unstable_rethrow(error);
    return { personId: null, preferences: await getShownPreferences(null) };
  }
}
