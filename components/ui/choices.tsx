import { type ReactNode, useId } from "react";

/** One of a few, all of them in sight. The browser's own radio buttons, set as a row of keys. */
export function Choices<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label key={option.value} className={KEY}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              className="absolute inset-0 m-0 cursor-pointer opacity-0"
            />
            {option.children}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const KEY =
  "relative inline-flex min-h-9 cursor-pointer items-center gap-1.5 rounded-md border border-edge px-2.5 transition-colors hover:bg-touched has-checked:border-accent has-checked:bg-wash has-checked:font-medium has-checked:shadow-[inset_0_0_0_1px_var(--accent)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:min-h-11 forced-colors:has-checked:bg-[Highlight] forced-colors:has-checked:text-[HighlightText] forced-colors:has-checked:forced-color-adjust-none";

interface ChoicesProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; children: ReactNode }[];
  onChoose: (value: Value) => void;
}
