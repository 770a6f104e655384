import { own } from "../../base/own.ts"

/** What officer data hold at a path of names, `officer.phoneType`; `undefined` where nothing stands there. */
export function fieldAt(officer: object | undefined, field: string): unknown {
    return field.split(".").reduce<unknown>(
        // An object from a file answers to the names that it has itself.
        (at, name) => (typeof at === "object" && at !== null ? own(at as Record<string, unknown>, name) : undefined),
        officer,
    )
}
