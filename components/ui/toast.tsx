"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { buttonStyle } from "./button-style";
import { IconButton } from "./icon-button";

const manager = Base.createToastManager();

/** Says in passing what happened, politely, and offers at most one thing to do about it. */
export function toast(message: string, { action, isUrgent, timeout }: ToastOptions = {}): void {
  const id: string = manager.add({
    // Its name as well: a toast is a window of its own to screen readers.
    title: message,
    priority: isUrgent ? "high" : "low",
    // Who has to act needs longer than who only has to read.
    timeout: timeout ?? (action ? 10_000 : 5_000),
    actionProps: action && {
      children: action.label,
      onClick: () => {
        manager.close(id);
        action.onAct();
      },
    },
  });
}

/** Where toasts appear and are announced. Stands once, around everything. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager}>
      {children}
      <Base.Portal>
        <Base.Viewport className="toasts fixed inset-x-4 bottom-4 z-50 flex flex-col items-end gap-2 sm:inset-x-auto sm:inset-e-6 sm:bottom-6 sm:w-88">
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList() {
  const t = useTranslations("ui");
  const { toasts } = Base.useToastManager();
  return toasts.map((each) => (
    <Base.Root
      key={each.id}
      toast={each}
      className="appear w-full rounded-md bg-ink text-paper shadow-float data-limited:hidden"
    >
      <Base.Content className="flex min-h-12 items-center gap-3 py-1 ps-4 pe-1">
        <Base.Title render={<p />} className="min-w-0 flex-1 py-1.5 text-sm" />
        <Base.Action
          className={`${buttonStyle({ variant: "secondary", size: "sm" })} empty:hidden`}
        />
        <Base.Close
          render={
            <IconButton
              label={t("dismiss")}
              className="text-paper hover:bg-soft hover:text-paper focus-visible:outline-paper"
            />
          }
        >
          <X />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}

interface ToastOptions {
  action?: { label: string; onAct: () => void };
  /** Interrupts a screen reader: for what went wrong and matters now. */
  isUrgent?: boolean;
  /** Milliseconds; 0 stays until it is dismissed. */
  timeout?: number;
}
