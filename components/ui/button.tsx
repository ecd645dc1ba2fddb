import type { ComponentProps } from "react";

import { type ButtonStyle, buttonStyle } from "./button-style";
import { classNames } from "./class-names";

/** A button that does something here; it submits only when told to. */
export function Button({
  variant,
  size,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & ButtonStyle) {
  return (
    <button
      type={type}
      className={classNames(buttonStyle({ variant, size }), className)}
      {...rest}
    />
  );
}
