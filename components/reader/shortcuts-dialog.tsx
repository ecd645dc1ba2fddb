"use client";

import { useTranslations } from "next-intl";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const KEYS = [
  ["H", "highlight"],
  ["C", "comment"],
  ["Q", "question"],
  ["N", "private"],
  ["J", "next"],
  ["K", "previous"],
  ["U", "nextUnread"],
  ["R", "reply"],
  ["E", "edit"],
  ["↑ ↓", "blocks"],
  ["Enter", "pick"],
  ["/", "search"],
  ["Esc", "leave"],
  ["?", "help"],
] as const;

/** All keys of the reading page. */
export function ShortcutsDialog({ isOpen, onOpenChange }: ShortcutsDialogProps) {
  const t = useTranslations("reader.keys");
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange} title={t("title")} description={t("lead")}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {KEYS.map(([key, name]) => (
          <div key={name} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
        <div className="contents">
          <dt>
            <Kbd>{t("postKeys")}</Kbd>
          </dt>
          <dd>{t("post")}</dd>
        </div>
      </dl>
    </Dialog>
  );
}

interface ShortcutsDialogProps {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}
