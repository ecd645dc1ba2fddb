export { type Change, whatNext } from "./next";
export { PRESETS, type Preset } from "./presets";
export { roundPoints, score } from "./score";
export * from "./types";
