"use client";

import { Inbox } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";
import { onNews } from "./news";

/** The way to the inbox, with how many threads in it are unread, as that changes. */
export function InboxLink({ unread: atFirst }: { unread: number }) {
  const t = useTranslations("shell");
  const path = usePathname();
  const [unread, setUnread] = useState(atFirst);
  useEffect(() => onNews(setUnread), []);
  return (
    <Tooltip label={t("inbox")}>
      <Link
        href="/inbox"
        aria-label={t("inboxUnread", { count: unread })}
        aria-current={path === "/inbox" ? "page" : undefined}
        className={classNames(
          "relative inline-flex size-9 shrink-0 items-center justify-center rounded-md transition-colors hover:bg-touched hover:text-ink pointer-coarse:size-11",
          path === "/inbox" ? "text-ink" : "text-soft",
        )}
      >
        <Inbox aria-hidden="true" className="size-5" />
        {unread > 0 && (
          <span
            aria-hidden="true"
            className="absolute -inset-e-1 -top-0.5 min-w-4 rounded-full bg-accent px-1 text-center text-[0.625rem] leading-4 font-semibold text-on-accent tabular-nums forced-colors:bg-[Highlight]"
          >
            {unread > 99 ? "99+" : unread}
          </span>
        )}
      </Link>
    </Tooltip>
  );
}
