"use client";

import type { Editor } from "@tiptap/react";
import { Table2 } from "lucide-react";
import { useTranslations } from "next-intl";

import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";

/** A table, and in one its rows and columns. */
export function TableMenu({ editor, isInTable }: { editor: Editor; isInTable: boolean }) {
  const t = useTranslations("revisions.table");
  const run = () => editor.chain().focus();
  if (!isInTable) {
    const insert = () => run().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run();
    return (
      <IconButton label={t("insert")} onClick={insert}>
        <Table2 />
      </IconButton>
    );
  }
  const groups = [
    [
      ["rowAbove", () => run().addRowBefore().run()],
      ["rowBelow", () => run().addRowAfter().run()],
      ["deleteRow", () => run().deleteRow().run()],
    ],
    [
      ["columnBefore", () => run().addColumnBefore().run()],
      ["columnAfter", () => run().addColumnAfter().run()],
      ["deleteColumn", () => run().deleteColumn().run()],
    ],
    [
      ["headerRow", () => run().toggleHeaderRow().run()],
      ["headerColumn", () => run().toggleHeaderColumn().run()],
      ["delete", () => run().deleteTable().run()],
    ],
  ] as const;
  return (
    <Menu
      trigger={
        <IconButton label={t("change")} aria-pressed>
          <Table2 />
        </IconButton>
      }
    >
      {groups.map((group, index) => (
        <div key={group[0][0]}>
          {index > 0 && <MenuSeparator />}
          {group.map(([name, act]) => (
            <MenuItem key={name} onClick={act}>
              {t(name)}
            </MenuItem>
          ))}
        </div>
      ))}
    </Menu>
  );
}
