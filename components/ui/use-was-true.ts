import { useState } from "react";

/** Whether it is true or has ever been: for what need not be made before it is wanted. */
export function useWasTrue(is: boolean): boolean {
  const [was, setWas] = useState(is);
  if (is && !was) setWas(true);
  return is || was;
}
