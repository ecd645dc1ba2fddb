export { type BlockRange, BlockRuns } from "./block-runs";
export { CONTEXT_LENGTH, describeRange, type Selectors } from "./describe-range";
export { LISTED_IDS, type Run, type Span, toRuns } from "./runs";
export { type TextRange, trimRange, wholeCharacters } from "./text-range";
