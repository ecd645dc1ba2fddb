/** A number, and beside it a bar as long as its part of the greatest one. */
export function BarCell({ value, most }: BarCellProps) {
  return (
    <td className="py-1.5 ps-3 sm:w-1/3">
      <span className="flex items-center gap-2">
        <span className="w-9 shrink-0 text-end tabular-nums">{value}</span>
        <span aria-hidden="true" className="relative hidden h-3 flex-1 sm:block">
          <span
            className="absolute inset-y-0 start-0 rounded-sm bg-edge forced-colors:bg-[CanvasText]"
            style={{ width: `${most > 0 ? (100 * value) / most : 0}%` }}
          />
        </span>
      </span>
    </td>
  );
}

interface BarCellProps {
  value: number;
  /** The greatest value of the column. */
  most: number;
}
