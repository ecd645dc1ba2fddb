import type { Route } from "next";
import NextForm from "next/form";
import type { ReactNode } from "react";

import { Button } from "./button";
import type { ButtonStyle } from "./button-style";

/** A button that leads to the page where something is done; works without script. */
export function GoButton({ to, children, ...style }: GoButtonProps) {
  return (
    <NextForm action={to as Route} className="contents">
      <Button type="submit" {...style}>
        {children}
      </Button>
    </NextForm>
  );
}

interface GoButtonProps extends ButtonStyle {
  to: string;
  children: ReactNode;
}
