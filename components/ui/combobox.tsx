"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";

import { CONTROL } from "./control-style";

/** One of many, found by typing a part of its name. Escape and leaving it keep what was chosen. */
export function Combobox({ id, value, options, empty, placeholder, onChoose }: ComboboxProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Base.Root
      items={options}
      open={isOpen}
      onOpenChange={setOpen}
      value={options.find((option) => option.value === value) ?? null}
      onValueChange={(option: Option | null) => onChoose(option?.value ?? null)}
    >
      <Base.InputGroup className="relative">
        <Base.Input
          id={id}
          placeholder={placeholder}
          onKeyDown={(event) => {
            // It would take back what was chosen; it closes what the field stands in.
            if (event.key === "Escape" && !isOpen) event.preventBaseUIHandler();
          }}
          className={`${CONTROL} min-h-10 pe-9 text-ellipsis pointer-coarse:min-h-11`}
        />
        <Base.Icon className="pointer-events-none absolute inset-e-3 top-1/2 -translate-y-1/2 text-soft">
          <ChevronDown className="size-4" aria-hidden="true" />
        </Base.Icon>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-40 outline-none">
          <Base.Popup className="appear w-(--anchor-width) rounded-md border border-rule bg-raised text-sm text-ink shadow-float outline-none">
            <Base.Empty>
              <p className="px-3 py-2 text-soft">{empty}</p>
            </Base.Empty>
            <Base.List className="max-h-[min(16rem,var(--available-height))] overflow-y-auto overscroll-contain py-1.5 data-empty:p-0">
              {(option: Option) => (
                <Base.Item
                  key={option.value}
                  value={option}
                  className="flex min-h-8 cursor-default items-center gap-2 px-3 outline-none select-none data-highlighted:bg-touched pointer-coarse:min-h-11"
                >
                  <span className="flex w-4 shrink-0 justify-center">
                    <Base.ItemIndicator>
                      <Check className="size-4 text-accent" />
                    </Base.ItemIndicator>
                  </span>
                  <span className="min-w-0 wrap-anywhere">{option.label}</span>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface Option {
  value: string;
  label: string;
}

interface ComboboxProps {
  /** What its label is tied to. */
  id: string;
  value: string | null;
  options: Option[];
  /** Said where nothing has these letters. */
  empty: string;
  placeholder: string;
  onChoose: (value: string | null) => void;
}
