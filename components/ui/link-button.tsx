import Link from "next/link";
import type { ComponentProps } from "react";

import { type ButtonStyle, buttonStyle } from "./button-style";
import { classNames } from "./class-names";

/** A link that stands among buttons and looks like one. */
export function LinkButton({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonStyle) {
  return <Link className={classNames(buttonStyle({ variant, size }), className)} {...rest} />;
}
