/**
 * How this program is called, typed in its own folder. Not by its name through npm: outside that folder npm would ask a
 * registry for the name, which nobody owns, and run whatever is found there.
 */
export const COMMAND = "node dist/cli.js"
