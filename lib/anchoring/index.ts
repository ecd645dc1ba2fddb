// What browsers need. Mapping and comparing run on the server and are imported by their own files:
// listed here, they and the diff would be sent with every reading page.
export { type BlockRange, BlockRuns } from "./block-runs";
export type { ComparedBlock, ComparedPiece } from "./compare";
export { CONTEXT_LENGTH, describeRange, type Selectors, WHOLE_TEXT } from "./describe-range";
export { type Folded, findFolded, fold, foldInSteps } from "./folded";
export type { FollowOffset } from "./follow-edit";
export type { MappedAnchor, StoredAnchor } from "./map-anchors";
export { blockAt, createPicker, type Pick, pickedRange, type Step } from "./picker";
export { LISTED_IDS, type Run, type Span, toRuns } from "./runs";
export { segmentText, type Unit } from "./segments";
export { type TextRange, trimRange, wholeCharacters } from "./text-range";
