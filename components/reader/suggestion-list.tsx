import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

import { classNames } from "@/components/ui/class-names";
import type { OpenSuggestions } from "./suggesting";

const SIGN = { mention: "@", tag: "#" };

/** What is offered for the word that is being typed. Focus stays in the text. */
export function SuggestionList({ id, open }: { id: string; open: OpenSuggestions }) {
  const t = useTranslations("reader.suggest");
  const list = useRef<HTMLDivElement>(null);
  const { kind, choices, active, choose } = open;

  // The composer may stand at the end of the screen.
  useEffect(() => {
    list.current?.scrollIntoView({ block: "nearest" });
  }, []);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t(kind)}
      className="max-h-52 overflow-y-auto overscroll-contain border-t border-rule bg-raised py-1"
    >
      {choices.map(({ key, label, isNew }, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
        // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant of the field
        <div
          key={key}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          // A press must not take the focus out of the text.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(at)}
          className={classNames(
            "flex min-h-8 cursor-default items-center gap-2 px-3 wrap-anywhere select-none hover:bg-touched pointer-coarse:min-h-11",
            at === active && "bg-touched",
          )}
        >
          <span>
            {SIGN[kind]}
            {label}
          </span>
          {isNew && <span className="text-xs text-soft">{t("new")}</span>}
        </div>
      ))}
    </div>
  );
}
