import { register } from "node:module";

// `server-only` throws wherever its name is not resolved as in a server bundle, and commands use
// the files of lib that import it. Node's `--conditions=react-server` would do, but for the whole
// process and its children: Next would then render its own pages with the wrong build of React.
const hook = `export const resolve = (name, context, next) =>
  next(name, name === "server-only"
    ? { ...context, conditions: [...context.conditions, "react-server"] }
    : context);`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
