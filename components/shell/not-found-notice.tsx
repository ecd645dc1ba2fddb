import { useTranslations } from "next-intl";

import { LinkButton } from "@/components/ui/link-button";
import { Mark } from "./mark";

/** There is nothing here, or nothing that this reader may know of; the two read the same. */
export function NotFoundNotice() {
  const t = useTranslations("notFoundPage");
  return (
    <div className="mx-auto w-full max-w-md px-4 pt-20 pb-24 md:pt-28">
      <Mark className="size-8" />
      <h1 className="mt-6 font-serif text-2xl font-medium md:text-3xl">{t("title")}</h1>
      <p className="mt-3 text-soft">{t("text")}</p>
      <LinkButton href="/" className="mt-7">
        {t("home")}
      </LinkButton>
    </div>
  );
}
