import { useId } from "react";

/** A number on a scale. The browser's own slider: keys, touch and screen readers know it. */
export function Slider({ label, value, shown, least, most, step, onChange }: SliderProps) {
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <output htmlFor={id} aria-hidden="true" className="text-xs text-soft tabular-nums">
          {shown}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={shown}
        onChange={({ target }) => onChange(target.valueAsNumber)}
        className="block h-7 w-full cursor-pointer rounded-sm focus-visible:outline-offset-0 pointer-coarse:h-11"
      />
    </div>
  );
}

interface SliderProps {
  label: string;
  value: number;
  /** The value in words. */
  shown: string;
  least: number;
  most: number;
  step: number;
  onChange: (value: number) => void;
}
