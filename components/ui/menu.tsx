"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ComponentProps, ReactElement, ReactNode } from "react";

/** A list of actions that opens from a button. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} className="z-30 outline-none">
          <Base.Popup className="appear max-w-80 min-w-48 rounded-md border border-rule bg-raised py-1.5 text-sm text-ink shadow-float outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Does something. */
export function MenuItem(props: Pick<ComponentProps<typeof Base.Item>, "onClick" | "children">) {
  return <Base.Item className={ENTRY} {...props} />;
}

/** Leads to a page. */
export function MenuLink(props: Pick<ComponentProps<typeof Link>, "href" | "children">) {
  return <Base.LinkItem className={ENTRY} closeOnClick render={<Link {...props} />} />;
}

/** Submits the form with this id, which stands outside the menu and works without it. */
export function MenuSubmit({ form, children }: { form: string; children: ReactNode }) {
  return (
    <Base.Item
      className={ENTRY}
      nativeButton
      render={<button type="submit" form={form} className="w-full text-start" />}
    >
      {children}
    </Base.Item>
  );
}

/** One of several, exactly one of which holds. */
export function MenuChoices({ label, value, options, onChoose }: MenuChoicesProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChoose}>
      <p className="px-3 pt-1 pb-1.5 text-xs text-faint" aria-hidden="true">
        {label}
      </p>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} closeOnClick className={ENTRY}>
          <span className="flex w-4 justify-center">
            <Base.RadioItemIndicator>
              <Check className="size-4 text-accent" />
            </Base.RadioItemIndicator>
          </span>
          {option.label}
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}

/** A hairline between groups. */
export function MenuSeparator() {
  return <Base.Separator className="my-1.5 h-px bg-rule" />;
}

const ENTRY =
  "flex min-h-8 cursor-default items-center gap-2 px-3 outline-none select-none data-highlighted:bg-touched pointer-coarse:min-h-11";

interface MenuChoicesProps {
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
}
