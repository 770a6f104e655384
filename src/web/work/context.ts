import type { Host } from "../../base/host.ts"
import type { Phase } from "../given.ts"

/** What the worker gives to each piece of work. */
export interface Context {
    readonly host: Host
    /** Says what is being done. */
    phase(phase: Phase): void
}

/** The work of a room as the worker calls it: with its context before what the page gave. */
export type Handlers<Calls> = {
    readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Result
        ? (context: Context, ...args: Args) => Result
        : never
}
