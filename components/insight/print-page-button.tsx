"use client";

import { Printer } from "lucide-react";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";

/** Prints the page, or saves it as a PDF: the browser asks which. */
export function PrintPageButton({ children }: { children: ReactNode }) {
  return (
    <Button onClick={() => window.print()} className="noscript:hidden print:hidden">
      <Printer aria-hidden="true" className="size-4" />
      {children}
    </Button>
  );
}
